package dev.marginal.benchmarks.processes;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Wall time, and the time that all cores together worked for this process. */
public final class Effort {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private double wall;
    private double work;

    /** Adds what some work takes. */
    public void time(Runnable run) {
        of(
                () -> {
                    run.run();
                    return null;
                });
    }

    /** Adds what some work takes, and hands on what comes of it. */
    public <T> T of(Supplier<T> source) {
        long wallStart = System.nanoTime();
        long workStart = SYSTEM.getProcessCpuTime();
        T result = source.get();
        work += (SYSTEM.getProcessCpuTime() - workStart) / 1e9;
        wall += (System.nanoTime() - wallStart) / 1e9;
        return result;
    }

    /** Adds the times as facts. */
    public void tell(Facts facts, String name) {
        facts.add(name, wall);
        facts.add(name + ", work", work);
    }

    /** Seconds by the clock. */
    public double seconds() {
        return wall;
    }
}
