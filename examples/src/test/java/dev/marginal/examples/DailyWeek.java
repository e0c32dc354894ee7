package dev.marginal.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A week of a house of two campaigns, run as a team would run it: each night yesterday's sends are
 * imported, the day is planned, and its plans are handed over.
 */
final class DailyWeek {
    static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    static final int DAYS = 7;
    static final ZoneId ZONE = ZoneId.of("Asia/Singapore");
    static final List<String> CAMPAIGNS = List.of("vouchers", "news");

    private static final int NIGHT = 3;
    private static final Instant BEFORE = FIRST.minusDays(1).atStartOfDay(ZONE).toInstant();

    final Path home;
    private final SimulatedSender sender = new SimulatedSender();

    /** Simulates the house in a folder, and fits a model to its history. */
    DailyWeek(Path home) {
        this.home = home;
        well(
                run(
                        FIRST,
                        "simulate",
                        house(),
                        "--daily",
                        "--history",
                        2000,
                        "--customers",
                        300,
                        "--from",
                        FIRST));
        well(run(FIRST, "fit", house().resolve("vouchers.yml"), "--out", home.resolve("model")));
        calm();
    }

    Path house() {
        return home.resolve("house");
    }

    Path store() {
        return home.resolve("plans");
    }

    Path plan(String campaign, LocalDate date) {
        return store().resolve(campaign + "-" + date);
    }

    /** Imports the log of the days before a date. */
    Story importLog(LocalDate date) {
        Instant until = date.atStartOfDay(ZONE).toInstant();
        Path file = home.resolve("report-%s.csv".formatted(date.minusDays(1)));
        sender.report(until, file);
        return run(
                date,
                "log",
                "import",
                file,
                "--complete-through",
                until.atZone(ZONE).toOffsetDateTime(),
                "--store",
                store());
    }

    /** Plans a date at three in its morning. */
    Story night(LocalDate date, Object... more) {
        List<Object> words = new ArrayList<>(List.of("nightly"));
        CAMPAIGNS.forEach(name -> words.add(house().resolve(name + ".yml")));
        words.addAll(List.of("--model", home.resolve("model"), "--store", store()));
        words.addAll(Arrays.asList(more));
        return run(date, words.toArray());
    }

    /** Hands the date's plans over to the simulated sender. */
    List<Story> handOver(LocalDate date) {
        List<Story> stories = new ArrayList<>();
        for (String campaign : CAMPAIGNS) {
            Path out = home.resolve("handover/" + campaign + "-" + date);
            stories.add(
                    run(
                            date,
                            "export",
                            plan(campaign, date),
                            "--to",
                            "csv",
                            "--out",
                            out,
                            "--store",
                            store()));
            sender.take(out.resolve("log.csv"));
        }
        return stories;
    }

    /** Puts an address on the list of those who must not be mailed. */
    void suppress(String address) {
        try {
            Files.writeString(
                    house().resolve("suppressed.csv"), address + "\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        calm();
    }

    static Story well(Story story) {
        if (story.exitCode() != 0) {
            throw new AssertionError(story.messages());
        }
        return story;
    }

    private static Story run(LocalDate date, Object... words) {
        Instant now = date.atTime(NIGHT, 0).atZone(ZONE).toInstant();
        return Story.of(Clock.fixed(now, ZONE), words);
    }

    /**
     * Gives every file of the house a time before the week, as the clock of the week is not ours.
     */
    private void calm() {
        try (Stream<Path> files = Files.list(house())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(BEFORE));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
