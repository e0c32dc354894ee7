package dev.marginal.benchmarks.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a service's memory every two seconds. */
final class MemoryWatch implements AutoCloseable {
    private static final int EVERY_SECONDS = 2;
    private static final Pattern COLLECTION =
            Pattern.compile("\\[([0-9.]+)s].* Pause .*->(\\d+)M\\(");
    private static final double MEBIBYTE = 1 << 20;

    private final Service service;
    private final long begun = System.nanoTime();
    private final double uptime;
    private final Queue<Memory.Sample> resident = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    MemoryWatch(Service service) {
        this.service = service;
        this.uptime = lastCollection();
        clock.scheduleAtFixedRate(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        resident.add(new Memory.Sample(seconds, service.residentBytes()));
    }

    /** Of the whole process. */
    Memory resident() {
        return new Memory(List.copyOf(resident));
    }

    /** Of the heap, as every collection left it since this began to look. */
    Memory heap() {
        return collections(uptime);
    }

    private double lastCollection() {
        List<Memory.Sample> all = collections(0).samples();
        return all.isEmpty() ? 0 : all.get(all.size() - 1).seconds() + 1e-3;
    }

    private Memory collections(double from) {
        List<Memory.Sample> samples = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(service.folder().resolve("gc.log"))) {
                Matcher matcher = COLLECTION.matcher(line);
                if (matcher.find() && Double.parseDouble(matcher.group(1)) >= from) {
                    samples.add(
                            new Memory.Sample(
                                    Double.parseDouble(matcher.group(1)) - from,
                                    Long.parseLong(matcher.group(2)) * MEBIBYTE));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Memory(samples);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
