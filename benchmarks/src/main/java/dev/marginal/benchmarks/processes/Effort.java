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

    /** Seconds that all cores together have worked for this process until now. */
    public static double soFar() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

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
        double workStart = soFar();
        T result = source.get();
        work += soFar() - workStart;
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
