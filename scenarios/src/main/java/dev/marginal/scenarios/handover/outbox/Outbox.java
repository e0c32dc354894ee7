package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.handover.Chunk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outbox of one plan and one target: a folder with {@code outbox.json}, how the plan is cut,
 * and {@code steps.jsonl}, what became of every chunk.
 *
 * <p>A step is forced to the disk before the next is taken. A chunk is {@code sending} before its
 * first byte leaves and {@code sent} after the target took it; a process that dies between the two
 * leaves {@code sending}, and whoever goes on knows that the chunk's fate is unknown. A line that
 * was not written whole counts as not written: what it announces had not begun.
 *
 * <p>One process at a time works at an outbox; the lock goes with the process.
 */
public final class Outbox implements AutoCloseable {
    static final String HEADER = "outbox.json";
    static final String STEPS = "steps.jsonl";

    private final OutboxHeader header;
    private final FileChannel lock;
    private final FileChannel steps;
    private final Map<Integer, Step> latest;

    private Outbox(
            OutboxHeader header, FileChannel lock, FileChannel steps, Map<Integer, Step> latest) {
        this.header = header;
        this.lock = lock;
        this.steps = steps;
        this.latest = latest;
    }

    /**
     * Opens the outbox in {@code folder}, or begins it; that of a target that only looks at sends
     * begins anew each time.
     *
     * @throws OutboxInUse if another process works at it
     * @throws OtherHandOver if it was begun with another plan or other settings
     */
    public static Outbox open(Path folder, OutboxHeader header) throws IOException {
        PrivateFiles.createFolders(folder);
        FileChannel lock = lock(folder);
        try {
            if (!header.delivers()) {
                Files.deleteIfExists(folder.resolve(STEPS));
            }
            List<Step> before = Steps.read(folder.resolve(STEPS));
            begin(folder, header, before.isEmpty());
            Map<Integer, Step> latest = new HashMap<>();
            before.forEach(step -> latest.put(step.chunk(), step));
            return new Outbox(header, lock, Steps.append(folder.resolve(STEPS)), latest);
        } catch (IOException | RuntimeException broken) {
            lock.close();
            throw broken;
        }
    }

    /** What the outbox was opened for. */
    public OutboxHeader header() {
        return header;
    }

    /** How far a chunk has come. */
    public ChunkState state(Chunk chunk) {
        return latest(chunk).state();
    }

    /** The last step of a chunk. */
    public Step latest(Chunk chunk) {
        Step step = latest.get(chunk.number());
        return step == null
                ? new Step(chunk.number(), ChunkState.PENDING, Instant.EPOCH, new TreeMap<>(), "")
                : step;
    }

    /** Takes down a step; it is on the disk when this returns. */
    public void record(Step step) throws IOException {
        byte[] line = (OutboxText.line(step) + "\n").getBytes(StandardCharsets.UTF_8);
        Steps.write(steps, line);
        latest.put(step.chunk(), step);
    }

    @Override
    public void close() throws IOException {
        steps.close();
        lock.close();
    }

    private static void begin(Path folder, OutboxHeader header, boolean nothingDone)
            throws IOException {
        Path file = folder.resolve(HEADER);
        if (Files.exists(file) && !nothingDone) {
            requireSame(OutboxText.header(file), header);
        } else {
            PrivateFiles.replace(file, OutboxText.bytes(header));
        }
    }

    private static void requireSame(OutboxHeader begun, OutboxHeader asked) {
        List<String> differences = new ArrayList<>();
        if (!begun.fingerprint().equals(asked.fingerprint())) {
            differences.add("another plan");
        }
        asked.settings()
                .forEach(
                        (name, value) -> {
                            String before = begun.settings().getOrDefault(name, "");
                            if (!before.equals(value)) {
                                differences.add("%s: %s, not %s".formatted(name, before, value));
                            }
                        });
        if (differences.isEmpty() && !begun.chunks().equals(asked.chunks())) {
            differences.add("the plan was cut otherwise, by another version of Marginal");
        }
        if (!differences.isEmpty()) {
            throw new OtherHandOver(asked, differences);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        PrivateFiles.create(folder.resolve("lock")), StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                throw new OutboxInUse(folder);
            }
            return channel;
        } catch (OverlappingFileLockException here) {
            channel.close();
            throw new OutboxInUse(folder);
        }
    }
}
