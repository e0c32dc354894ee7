package dev.marginal.benchmarks.reports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and with what something was measured. */
final class Machine {
    private Machine() {}

    /** Processor, cores, memory, load, system and JVM, as a list in Markdown. */
    static String description() {
        String commit = System.getProperty("marginal.commit", "unknown");
        return """
                - Machine: %s, %d cores for the JVM, %s GiB of memory; load %.2f when it began
                - System: %s %s; JVM: %s %s
                - Commit: %s
                """
                .formatted(
                        first("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version"),
                        commit);
    }

    private static String memory() {
        String digits = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return digits.isEmpty()
                ? Figures.NONE
                : Math.round(Long.parseLong(digits) / 1048576.0) + "";
    }

    private static String first(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(Figures.NONE);
        } catch (IOException e) {
            return Figures.NONE;
        }
    }
}
