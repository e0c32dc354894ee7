package dev.marginal.benchmarks.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process has held so far, as Linux counts it ({@code VmHWM}). */
final class PeakMemory {
    private PeakMemory() {}

    /** In bytes; 0 where the system does not tell, or the process has just ended. */
    static long bytes(long process) {
        return bytes(process, "VmHWM:");
    }

    /** Another line of the process's status. */
    static long bytes(long process, String line) {
        try {
            return Files.readAllLines(Path.of("/proc", process + "", "status")).stream()
                    .filter(one -> one.startsWith(line))
                    .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
