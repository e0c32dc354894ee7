package dev.marginal.app.job;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Where the job tells how it goes: {@code <campaign>.json} for each campaign, and {@code
 * marginal.prom} with the figures of all of them. Each file is replaced at once, so that a reader
 * never sees half of one; processes that write here take turns.
 */
public final class StatusFolder {
    private static final String JSON = ".json";
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Path folder;

    /** A folder that is made when it is first written to. */
    public StatusFolder(Path folder) {
        this.folder = folder;
    }

    /** Tells that a run is under way. */
    void begins(List<CampaignFile> campaigns, Instant now) {
        change(
                campaigns,
                i -> {
                    CampaignFile file = campaigns.get(i);
                    return read(file.campaign()).running(time(now, file.timeZone()));
                });
    }

    /** Tells that a run was given up before it ended. */
    void stopped(List<CampaignFile> campaigns) {
        change(campaigns, i -> read(campaigns.get(i).campaign()).running(null));
    }

    /** Tells how a run ended. */
    void ended(DayReport report, Optional<ZonedDateTime> nextDue) {
        change(report.campaigns(), i -> after(report, i, nextDue));
    }

    private Status after(DayReport report, int campaign, Optional<ZonedDateTime> nextDue) {
        CampaignFile file = report.campaigns().get(campaign);
        Status before = read(file.campaign());
        SortedMap<String, Long> failures = new TreeMap<>(before.failures());
        if (!report.isDone()) {
            failures.merge(word(report.ending()), 1L, Long::sum);
        }
        SortedMap<String, Long> ages = new TreeMap<>();
        report.ages(campaign).forEach((input, age) -> ages.put(input, age.toSeconds()));
        return new Status(
                Status.VERSION,
                file.campaign(),
                null,
                run(report, campaign, file.timeZone()),
                report.isDone() ? plan(report, campaign) : before.plan(),
                report.isDone() ? time(report.ended(), file.timeZone()) : before.lastSuccess(),
                nextDue.map(due -> time(due.toInstant(), file.timeZone())).orElse(null),
                ages.isEmpty() ? before.inputAgeSeconds() : ages,
                failures);
    }

    private static Status.Run run(DayReport report, int campaign, ZoneId zone) {
        return new Status.Run(
                report.date().toString(),
                report.kind(campaign).name().toLowerCase(Locale.ROOT),
                word(report.ending()),
                report.ending().exitCode(),
                report.message().isEmpty() ? null : report.message(),
                report.tries(),
                time(report.began(), zone),
                time(report.ended(), zone),
                report.took().toMillis() / 1000.0,
                report.warnings(campaign));
    }

    private static Status.Plan plan(DayReport report, int campaign) {
        DayWork.Done done = report.done().get(campaign);
        Figures figures = Figures.of(done.folder());
        return new Status.Plan(
                done.folder().toString(),
                report.date().toString(),
                done.unchanged(),
                figures.currency(),
                figures.value(),
                figures.spend(),
                figures.gap(),
                figures.sends(),
                figures.notSent(),
                figures.warnings());
    }

    private Status read(String campaign) {
        return read(folder.resolve(campaign + JSON), campaign);
    }

    private static Status read(Path file, String campaign) {
        try {
            return Files.exists(file)
                    ? MAPPER.readValue(file.toFile(), Status.class)
                    : Status.none(campaign);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private synchronized void change(List<CampaignFile> campaigns, IntFunction<Status> changed) {
        try {
            Files.createDirectories(folder);
            try (FileChannel turns = turn()) {
                turns.lock();
                sweep();
                for (int i = 0; i < campaigns.size(); i++) {
                    AtomicFile.write(
                            folder.resolve(campaigns.get(i).campaign() + JSON),
                            MAPPER.writeValueAsString(changed.apply(i)) + "\n");
                }
                AtomicFile.write(folder.resolve("marginal.prom"), new Metrics(all()).text());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Deletes what killed runs were writing; whoever has the turn is the only one to write. */
    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (AtomicFile.isAside(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A file to lock; closing it gives the turn away. */
    private FileChannel turn() throws IOException {
        return FileChannel.open(
                folder.resolve(".turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private List<Status> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(JSON))
                    .sorted()
                    .map(file -> read(file, ""))
                    .toList();
        }
    }

    static String word(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
