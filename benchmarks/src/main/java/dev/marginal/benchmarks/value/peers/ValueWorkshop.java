package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs each fitter in a process of its own, unless what it found is kept.
 *
 * @param home the checkout
 * @param data folder of the public data
 * @param threads of every process
 * @param java options of Marginal's JVM
 * @param limit after which a process is killed
 * @param progress is told how each process ended
 */
record ValueWorkshop(
        Path home,
        Path data,
        String threads,
        List<String> java,
        Duration limit,
        Consumer<String> progress) {
    private static final List<String> ROOMY = List.of("-Xmx6g");

    /** Writes a log for all fitters. */
    void prepare(LogToLearn log, ValueFiles files) {
        require(
                child(
                        PrepareLogCase.class,
                        ROOMY,
                        List.of(
                                "--log", log.name(),
                                "--seed", log.seed() + "",
                                "--data", data.toString(),
                                "--into", files.folder().toString())));
    }

    /** Lets a fitter learn and predict; one that was given up is not tried again. */
    void measure(Fitter fitter, ValueFiles files) {
        if (files.isComplete(fitter) || files.trouble(fitter).text("trouble").isPresent()) {
            return;
        }
        try {
            Files.createDirectories(files.of(fitter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Child.Ended ended = fitter.isPeer() ? python(fitter, files) : marginal(fitter, files);
        progress.accept(
                "  %s: %s, output in %s".formatted(fitter.word(), ended.words(), ended.log()));
        if (!ended.isDone()) {
            files.trouble(fitter).add("trouble", trouble(ended));
        }
    }

    /** What the judge finds of fitters that are complete. */
    Facts judge(ValueFiles files, List<Fitter> complete) {
        String words = complete.stream().map(Fitter::word).collect(Collectors.joining(","));
        Child.Ended ended =
                child(
                        JudgeValueCase.class,
                        ROOMY,
                        List.of(
                                "--files", files.folder().toString(),
                                "--fitters", words,
                                "--threads", threads));
        require(ended);
        return ended.facts();
    }

    private Child.Ended marginal(Fitter fitter, ValueFiles files) {
        Child.Ended ended =
                child(
                        MarginalFitCase.class,
                        java,
                        List.of(
                                "--files", files.folder().toString(),
                                "--fitter", fitter.word(),
                                "--threads", threads));
        if (ended.isDone()) {
            copy(ended.facts().file(), files.facts(fitter).file());
        }
        return ended;
    }

    private Child.Ended python(Fitter fitter, ValueFiles files) {
        List<String> command = new ArrayList<>(List.of("env", "PYTHONDONTWRITEBYTECODE=1"));
        for (String pool : List.of("OMP", "OPENBLAS", "MKL", "NUMBA", "NUMEXPR")) {
            command.add(pool + "_NUM_THREADS=" + threads);
        }
        Path environment = home.resolve("benchmarks/target/peers").resolve(fitter.library());
        command.add(environment.resolve("bin/python").toString());
        command.addAll(
                List.of(
                        "value.py",
                        fitter.word(),
                        files.folder().toString(),
                        files.facts(fitter.ours()).file().toString()));
        Path log = files.of(fitter).resolve("output.log");
        Facts none = new Facts(log.resolveSibling("none.tsv"));
        return new Program(command, home.resolve("benchmarks/peers"), limit).run(none, log);
    }

    private Child.Ended child(Class<?> main, List<String> options, List<String> arguments) {
        return new Child(main, options, arguments, limit).run();
    }

    private String trouble(Child.Ended ended) {
        return ended.exitCode().isEmpty()
                ? "given up after %d minutes".formatted(limit.toMinutes())
                : ended.words();
    }

    private static void require(Child.Ended ended) {
        if (!ended.isDone()) {
            throw new IllegalStateException(ended.words() + ", see " + ended.log());
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
