package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small simulated house of two campaigns with one model, and its nights by the real command. */
record NightHouse(Path folder) {
    static final String DATE = "2026-11-16";

    static NightHouse in(Path folder) {
        assertThat(
                        Run.of(
                                        "simulate",
                                        folder,
                                        "--daily",
                                        "--history",
                                        1_000,
                                        "--customers",
                                        300)
                                .exitCode())
                .isZero();
        NightHouse house = new NightHouse(folder);
        for (String campaign : List.of("vouchers", "news")) {
            settleForLess(folder.resolve(campaign + ".yml"));
        }
        assertThat(Run.of("fit", house.file("vouchers"), "--out", house.model()).exitCode())
                .isZero();
        house.settle();
        return house;
    }

    /** Nights are killed and hindered here, not proven to the last hundredth. */
    private static void settleForLess(Path file) {
        try {
            String text = Files.readString(file);
            Files.writeString(file, text.replace("learner: x\n", "learner: x\ntarget_gap: 0.01\n"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The arguments of a night that plans both campaigns. */
    List<Object> words(Path store, Object... more) {
        List<Object> words = new ArrayList<>(List.of("nightly", file("vouchers"), file("news")));
        words.addAll(List.of("--date", DATE, "--kind", "live", "--store", store));
        words.addAll(List.of("--model", "vouchers=" + model()));
        words.addAll(List.of("--model", "news=" + model(), "--retries", 0));
        words.addAll(List.of(more));
        return words;
    }

    Run night(Path store, Object... more) {
        return Run.of(words(store, more).toArray());
    }

    /** A night at another time than now. */
    Run nightAt(Clock clock, Path store) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        String[] words =
                words(store, "--settle", "0s").stream()
                        .map(Object::toString)
                        .toArray(String[]::new);
        int exitCode = Marginal.run(words, new Console(out, out), clock);
        String text = told.toString(StandardCharsets.UTF_8);
        return new Run(exitCode, text, text);
    }

    /** A night in a process of its own. */
    Process start(Path store, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), Marginal.class.getName()));
        words(store).forEach(word -> command.add(word.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** So that no night waits for its files. */
    void settle() {
        try (Stream<Path> files = Files.list(folder)) {
            FileTime old = FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(1)));
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, old);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The folders of plans that a store shows. */
    static List<String> plans(Path store) {
        if (!Files.exists(store)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(store)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("ballast"))
                    .sorted()
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Checks that both plans of the date stand, and bear out what they promise. */
    static void requireBothPlans(Path store) {
        assertThat(plans(store)).containsExactly("news-" + DATE, "vouchers-" + DATE);
        for (String plan : plans(store)) {
            assertThat(Run.of("audit", store.resolve(plan)).exitCode()).isZero();
        }
    }

    private Path file(String campaign) {
        return folder.resolve(campaign + ".yml");
    }

    private Path model() {
        return folder.resolve("model");
    }
}
