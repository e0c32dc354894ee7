package dev.marginal.benchmarks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process, as Linux counts it; 0 where the system does not tell. */
public final class OwnMemory {
    private OwnMemory() {}

    /** Bytes held now ({@code VmRSS}). */
    public static long held() {
        return PeakMemory.bytes(ProcessHandle.current().pid(), "VmRSS:");
    }

    /** The most bytes held since the last {@link #forgetPeak} ({@code VmHWM}). */
    public static long peak() {
        return PeakMemory.bytes(ProcessHandle.current().pid());
    }

    /** Bytes of the heap in use after a full collection, which this asks for. */
    public static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Begins the peak anew. */
    public static void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException("The peak of memory cannot be begun anew.", e);
        }
    }
}
