package dev.marginal.benchmarks.serving;

import dev.marginal.tables.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./marginal serve} as a process of its own, on loopback.
 *
 * @param process it
 * @param url where it listens, without a slash at the end
 * @param seconds from its start until it took questions
 * @param folder with its log and that of its collector
 */
record Service(Process process, String url, double seconds, Path folder) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+[^/\\s])/?");
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int MOST_MINUTES = 20;

    /**
     * Starts it and waits until it takes questions.
     *
     * @param checkout whose {@code ./marginal} is started
     * @param campaign with {@code campaign.yml} and {@code models}
     * @param heap such as {@code 2g}
     */
    static Service start(Path checkout, Path campaign, String heap) {
        try {
            Path folder = Files.createTempDirectory("marginal-service");
            Path log = folder.resolve("log");
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    checkout.resolve("marginal").toAbsolutePath().toString(),
                                    "serve",
                                    "--campaign",
                                    campaign.resolve("campaign.yml")
                                            + "="
                                            + campaign.resolve("models"),
                                    "--port",
                                    "0")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment()
                    .put(
                            "MARGINAL_JAVA_OPTIONS",
                            "-Xmx%s -Xlog:gc:file=%s".formatted(heap, folder.resolve("gc.log")));
            long start = System.nanoTime();
            Process process = builder.start();
            String url = listening(process, log);
            return new Service(process, url, (System.nanoTime() - start) / 1e9, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String listening(Process process, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
        while (System.nanoTime() < end) {
            Matcher matcher = LISTENING.matcher(Files.readString(log));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Requires.require(process.isAlive(), "service", Files.readString(log), "alive");
            sleep(LOOK_EVERY_MILLIS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("The service does not start; see " + log);
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Bytes that the process holds, as Linux counts them. */
    long residentBytes() {
        return status("VmRSS:");
    }

    /** The most that it has held. */
    long peakBytes() {
        return status("VmHWM:");
    }

    private long status(String line) {
        try {
            return Files.readAllLines(Path.of("/proc", process.pid() + "", "status")).stream()
                    .filter(one -> one.startsWith(line))
                    .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Bytes of its heap that are in use after a full collection, which this asks for. */
    long heapBytes() {
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        long kibibytes = 0;
        for (int generation = 0; generation < 2 && used.find(); generation++) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes * 1024;
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asked =
                    new ProcessBuilder(List.of(jcmd.toString(), process.pid() + "", command))
                            .redirectErrorStream(true)
                            .start();
            return new String(asked.getInputStream().readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Why its process is gone; empty while it lives. */
    Optional<String> trouble() {
        return process.isAlive()
                ? Optional.empty()
                : Optional.of("the service ended with code " + process.exitValue());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
