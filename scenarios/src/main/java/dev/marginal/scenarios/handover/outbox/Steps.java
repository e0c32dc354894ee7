package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file of steps, to which lines are added. */
final class Steps {
    private Steps() {}

    /** Every whole line; another process may delete the file, to begin anew, at any moment. */
    static List<Step> read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            steps.add(OutboxText.step(line));
        }
        return steps;
    }

    /** The last step of each chunk. */
    static Map<Integer, Step> latest(Path file) throws IOException {
        Map<Integer, Step> latest = new HashMap<>();
        read(file).forEach(step -> latest.put(step.chunk(), step));
        return latest;
    }

    /** Whether any chunk left, or may have. */
    static boolean anyLeft(Map<Integer, Step> latest) {
        return latest.values().stream().anyMatch(step -> step.state() != ChunkState.PENDING);
    }

    /** The file, ready for the next line; what stands after the last whole one is cut off. */
    static FileChannel append(Path file) throws IOException {
        FileChannel channel = FileChannel.open(PrivateFiles.create(file), StandardOpenOption.WRITE);
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
        channel.force(true);
        return channel;
    }

    static void write(FileChannel channel, byte[] line) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
    }
}
