package dev.marginal.benchmarks.python;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs each contestant in a process of its own, unless what it found is kept.
 *
 * @param home the checkout
 * @param data folder of the public data
 * @param judged rows of a planted world to judge by
 * @param threads of every process
 * @param java options of Marginal's JVM
 * @param limit after which a process is killed
 * @param progress is told how each process ended
 */
record Workshop(
        Path home,
        Path data,
        int judged,
        int threads,
        List<String> java,
        Duration limit,
        Consumer<String> progress) {
    /** Writes the splits, for all contestants the same. */
    void prepare(Kept kept, String splits) {
        List<String> arguments =
                List.of(
                        "--set",
                        kept.set(),
                        "--splits",
                        splits,
                        "--data",
                        data.toString(),
                        "--judged",
                        judged + "",
                        "--threads",
                        threads + "",
                        "--into",
                        kept.data().toString());
        require(new Child(PrepareCase.class, java, arguments, limit).run(), kept.set());
    }

    /** Lets a contestant learn and predict, split by split. */
    void measure(Kept kept, Contestant contestant, String splits) {
        String name = contestant.word();
        boolean complete =
                Arrays.stream(splits.split(","))
                        .mapToLong(Long::parseLong)
                        .allMatch(split -> Files.exists(kept.effort(name, split).file()));
        if (complete || !kept.trouble(name).isEmpty()) {
            return;
        }
        Child.Ended ended =
                contestant.isPeer()
                        ? peer(kept, contestant, splits)
                        : marginal(kept, contestant, splits);
        progress.accept("  %s: %s, output in %s".formatted(name, ended.words(), ended.log()));
        if (!ended.isDone()) {
            kept.giveUp(name, trouble(ended));
        }
    }

    /** Lets a library judge all predictions by its own metrics. */
    void metrics(Kept kept, String library, String splits) {
        Path log = kept.found().resolve(library + ".log");
        String data = kept.data().toString();
        String found = kept.found().toString();
        Child.Ended ended =
                python(library, log, List.of("metrics.py", library, data, found, splits));
        require(ended, "The metrics of " + library);
    }

    private Child.Ended marginal(Kept kept, Contestant contestant, String splits) {
        List<String> arguments =
                List.of(
                        "--contender", contestant.word(),
                        "--data", kept.data().toString(),
                        "--out", kept.found(contestant.word()).toString(),
                        "--splits", splits,
                        "--threads", threads + "");
        return new Child(MarginalCase.class, java, arguments, limit).run();
    }

    private Child.Ended peer(Kept kept, Contestant contestant, String splits) {
        Path out = kept.found(contestant.word());
        List<String> arguments =
                List.of(
                        "uplift.py",
                        contestant.word(),
                        kept.data().toString(),
                        out.toString(),
                        splits);
        return python(contestant.library(), out.resolve("output.log"), arguments);
    }

    private Child.Ended python(String library, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("env", "PYTHONDONTWRITEBYTECODE=1"));
        for (String pool : List.of("OMP", "OPENBLAS", "MKL", "NUMBA", "NUMEXPR")) {
            command.add(pool + "_NUM_THREADS=" + threads);
        }
        command.add(home.resolve("benchmarks/target/peers/" + library + "/bin/python") + "");
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Facts none = new Facts(log.resolveSibling("none.tsv"));
        return new Program(command, home.resolve("benchmarks/peers"), limit).run(none, log);
    }

    private String trouble(Child.Ended ended) {
        return ended.exitCode().isEmpty()
                ? "given up after %d minutes".formatted(limit.toMinutes())
                : "%s: %s".formatted(ended.words(), lastLine(ended.log()));
    }

    private static void require(Child.Ended ended, String what) {
        if (!ended.isDone()) {
            throw new IllegalStateException(
                    "%s: %s, see %s".formatted(what, ended.words(), ended.log()));
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "no word" : lines.get(lines.size() - 1).replace("|", "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
