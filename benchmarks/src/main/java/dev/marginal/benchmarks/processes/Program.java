package dev.marginal.benchmarks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own, in any language.
 *
 * @param command with its arguments
 * @param folder that it works in
 * @param killAfter ends it from outside, whatever native code does inside
 */
public record Program(List<String> command, Path folder, Duration killAfter) {
    private static final long LOOK_EVERY_MILLIS = 50;

    /**
     * Waits until it has ended, one way or another.
     *
     * @param facts where it tells what it finds
     * @param log takes what it prints
     */
    public Child.Ended run(Facts facts, Path log) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return await(process, facts, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Child.Ended await(Process process, Facts facts, Path log) {
        long end = System.nanoTime() + killAfter.toNanos();
        long peak = 0;
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, PeakMemory.bytes(process.pid()));
                if (System.nanoTime() > end) {
                    process.destroyForcibly().waitFor();
                    return new Child.Ended(OptionalInt.empty(), facts, peak, log);
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", e);
        }
        return new Child.Ended(OptionalInt.of(process.exitValue()), facts, peak, log);
    }
}
