package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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

    private final Locks locks;
    private final FileChannel steps;
    private final Map<Integer, Step> latest;

    private Outbox(Locks locks, FileChannel steps, Map<Integer, Step> latest) {
        this.locks = locks;
        this.steps = steps;
        this.latest = latest;
    }

    /**
     * Opens the outbox in {@code folder}, or begins it; that of a target that only looks at sends
     * begins anew each time.
     *
     * @throws OtherHandOver if something left it with another plan or other settings
     */
    static Outbox open(Path folder, OutboxHeader header, Locks locks) throws IOException {
        try {
            begin(folder, header);
            Path file = folder.resolve(STEPS);
            return new Outbox(locks, Steps.append(file), Steps.latest(file));
        } catch (IOException | RuntimeException broken) {
            locks.close();
            throw broken;
        }
    }

    /**
     * The last step of each chunk of an outbox, as it would be gone on with; nothing is changed.
     *
     * @throws OtherHandOver if something left it with another plan or other settings
     */
    public static Map<Integer, Step> look(Path folder, OutboxHeader header) throws IOException {
        if (!header.delivers()) {
            return Map.of();
        }
        Map<Integer, Step> latest = Steps.latest(folder.resolve(STEPS));
        if (!Steps.anyLeft(latest)) {
            return Map.of();
        }
        new Beginning(OutboxText.header(folder.resolve(HEADER)), latest).requireAllows(header);
        return latest;
    }

    /** The last step of each chunk that has one, by the chunk's number. */
    public Map<Integer, Step> latest() {
        return Map.copyOf(latest);
    }

    /** How far a chunk has come. */
    public ChunkState state(Chunk chunk) {
        return latest(chunk).state();
    }

    /** The last step of a chunk. */
    public Step latest(Chunk chunk) {
        return latest.getOrDefault(chunk.number(), Step.none(chunk.number()));
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
        locks.close();
    }

    private static void begin(Path folder, OutboxHeader header) throws IOException {
        if (look(folder, header).isEmpty()) {
            Files.deleteIfExists(folder.resolve(STEPS));
        }
        PrivateFiles.replace(folder.resolve(HEADER), OutboxText.bytes(header));
    }
}
