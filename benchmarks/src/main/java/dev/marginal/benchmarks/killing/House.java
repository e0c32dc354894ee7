package dev.marginal.benchmarks.killing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small simulated house: two campaigns that share contact caps, each with a budget for its whole
 * flight, and a model of their common history, fitted once.
 *
 * @param folder its files
 * @param from the first day of both flights
 * @param days of the flights
 */
record House(Path folder, LocalDate from, int days) {
    /** In the order in which a night plans them. */
    static final List<String> CAMPAIGNS = List.of("news", "vouchers");

    private static final int HISTORY = 3_000;
    private static final Pattern BUDGET = Pattern.compile("(?m)^budget: ([0-9.]+)");

    /** Simulates it and fits its model, by the real commands. */
    static House simulated(Program program, long seed, int customers, int days) {
        Path folder = program.folder().resolve("house");
        program.run(
                List.of(
                        "simulate",
                        folder.toString(),
                        "--daily",
                        "--history",
                        HISTORY + "",
                        "--customers",
                        customers + "",
                        "--seed",
                        seed + ""));
        House house = new House(folder, LocalDate.of(2026, 11, 16), days);
        CAMPAIGNS.forEach(house::stretchFlight);
        program.run(List.of("fit", house.file("vouchers"), "--out", house.model().toString()));
        house.age();
        return house;
    }

    /** The arguments of a night. */
    List<String> night(List<String> campaigns, LocalDate date, List<String> more) {
        List<String> words = new ArrayList<>(List.of("nightly"));
        campaigns.forEach(campaign -> words.add(file(campaign)));
        words.addAll(List.of("--date", date.toString(), "--kind", "live"));
        campaigns.forEach(campaign -> words.addAll(List.of("--model", campaign + "=" + model())));
        words.addAll(List.of("--settle", "1s", "--retries", "0"));
        words.addAll(more);
        return words;
    }

    /** What a campaign may spend in its flight. */
    double budget(String campaign) {
        Matcher budget = BUDGET.matcher(read(folder.resolve(campaign + ".yml")));
        budget.find();
        return Double.parseDouble(budget.group(1));
    }

    /** Another address that must get nothing: an input that changes. */
    void suppress(int customer) {
        try {
            Files.writeString(
                    folder.resolve("suppressed.csv"),
                    "c%d@example.org\n".formatted(1_000_000 + customer),
                    StandardOpenOption.APPEND);
            age();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Who lives where. */
    Path people() {
        return folder.resolve("people.csv");
    }

    private String file(String campaign) {
        return folder.resolve(campaign + ".yml").toString();
    }

    private Path model() {
        return folder.resolve("model");
    }

    /**
     * Days get less to spend, so fewer customers may explore; and no night takes its time for the
     * last hundredth of a plan's proof.
     */
    private void stretchFlight(String campaign) {
        Path file = folder.resolve(campaign + ".yml");
        String text =
                read(file)
                        .replaceFirst("learner: x", "learner: x\ntarget_gap: 0.01")
                        .replaceFirst("exploration: .share: [0-9.]+", "exploration: {share: 0.01")
                        .replaceFirst(
                                "flight: .*",
                                "flight: {from: %s, until: %s}"
                                        .formatted(from, from.plusDays(days - 1L)));
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** So that no night waits for files to settle. */
    private void age() {
        FileTime old = FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, old);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
