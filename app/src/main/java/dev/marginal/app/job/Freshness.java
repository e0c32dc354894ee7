package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at inputs before anything is planned: are they wholly there, and young enough? A file's age
 * is that of its last change, many files' that of the youngest; the log's is the time since which
 * it may have gaps.
 *
 * @param rules how old they may be
 * @param moment how long a file must have been left alone to count as whole
 */
public record Freshness(List<AgeRule> rules, Duration moment) {
    /** Clocks of file servers differ a little. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

    public Freshness {
        rules = List.copyOf(rules);
        Requires.require(!moment.isNegative(), "moment", moment, "zero or more");
    }

    /**
     * What was found.
     *
     * @param ages by input
     * @param warnings in sentences
     */
    public record Found(SortedMap<String, Duration> ages, List<String> warnings) {}

    /**
     * Looks at a campaign's inputs.
     *
     * @throws StaleInput with every input that is too old, or with the one that is not whole
     */
    public Found check(CampaignFile file, PlanStore store, Clock clock, Pause pause)
            throws InterruptedException {
        Map<String, List<Path>> files = new InputFiles(file).byInput();
        new Wholeness(clock, moment, pause)
                .require(files.values().stream().flatMap(List::stream).toList());
        SortedMap<String, Duration> ages = ages(files, log(file, store), clock.instant());
        List<String> warnings = new ArrayList<>(fromTheFuture(ages));
        List<String> problems = new ArrayList<>();
        for (AgeRule rule : rules) {
            sentence(rule, file, ages).ifPresent(rule.fatal() ? problems::add : warnings::add);
        }
        if (!problems.isEmpty()) {
            throw new StaleInput(
                    String.join("\n", problems)
                            + "\nNothing was planned. Bring newer files, or allow more with --max-age.");
        }
        return new Found(ages, warnings);
    }

    /** Until when the log is complete, where anybody asks. */
    private Optional<Instant> log(CampaignFile file, PlanStore store) {
        boolean asked =
                file.daily().contacts().isPresent()
                        || rules.stream().anyMatch(rule -> rule.input().equals("log"));
        return asked ? store.log().completeThrough() : Optional.empty();
    }

    private static SortedMap<String, Duration> ages(
            Map<String, List<Path>> files, Optional<Instant> log, Instant now) {
        SortedMap<String, Duration> ages = new TreeMap<>();
        files.forEach(
                (input, paths) ->
                        paths.stream()
                                .map(Freshness::changed)
                                .max(Instant::compareTo)
                                .ifPresent(last -> ages.put(input, Duration.between(last, now))));
        log.ifPresent(complete -> ages.put("log", Duration.between(complete, now)));
        return ages;
    }

    private static List<String> fromTheFuture(SortedMap<String, Duration> ages) {
        return ages.entrySet().stream()
                .filter(age -> !age.getKey().equals("log"))
                .filter(age -> age.getValue().compareTo(CLOCK_SLACK.negated()) < 0)
                .map(
                        age ->
                                "%s was changed %s from now: a clock is wrong"
                                        .formatted(
                                                age.getKey(), Span.words(age.getValue().negated())))
                .toList();
    }

    private static Optional<String> sentence(
            AgeRule rule, CampaignFile file, SortedMap<String, Duration> ages) {
        Duration age = ages.get(rule.input());
        if (age == null) {
            return Optional.of(
                    "%s: the age of %s is unknown: it is %s."
                            .formatted(
                                    file.name(),
                                    rule.input(),
                                    rule.input().equals("log")
                                            ? "empty"
                                            : "not there, or a query"));
        }
        if (age.compareTo(rule.most()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                "%s: %s is %s old, more than %s."
                        .formatted(
                                file.name(),
                                rule.input(),
                                Span.words(age),
                                Span.words(rule.most())));
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
