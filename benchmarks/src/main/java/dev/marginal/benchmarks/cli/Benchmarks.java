package dev.marginal.benchmarks.cli;

import dev.marginal.benchmarks.kernel.KernelRun;
import dev.marginal.benchmarks.peers.PeerRun;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Publication;
import dev.marginal.benchmarks.reports.ResultFile;
import dev.marginal.benchmarks.scale.ScaleRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code benchmarks/run scale | peers | kernel | all [--option value …]}. */
public final class Benchmarks {
    private static final List<String> KINDS = List.of("scale", "peers", "kernel");

    private Benchmarks() {}

    /** Runs what the first argument names. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        String what = arguments.length == 0 ? "" : arguments[0];
        if (!KINDS.contains(what) && !what.equals("all")) {
            System.err.println("Say what to measure: scale, peers, kernel or all.");
            System.exit(2);
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        for (String kind : what.equals("all") ? KINDS : List.of(what)) {
            run(kind, rest);
        }
    }

    private static void run(String kind, String[] arguments) {
        Options options = Options.of(arguments, known());
        Path home = Path.of(System.getProperty("marginal.home", "."));
        Path folder = Path.of(options.text("results", home.resolve("benchmarks/results") + ""));
        ResultFile result = new ResultFile(folder, kind, Clock.systemDefaultZone());
        measure(kind, options, result);
        if (options.text("publish", "no").equals("yes")) {
            Publication.publish(result.file(), kind, home.resolve("docs/benchmarks.md"));
        }
        System.err.println(result.file());
    }

    private static void measure(String kind, Options options, ResultFile result) {
        switch (kind) {
            case "scale" -> new ScaleRun(options, result, System.err::println).run();
            case "peers" -> new PeerRun(options, result, System.err::println).run();
            case "kernel" -> new KernelRun(options, result).run();
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /** With {@code all}, every kind takes its own options from the same arguments. */
    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of("results", "publish"));
        known.addAll(ScaleRun.OPTIONS);
        known.addAll(PeerRun.OPTIONS);
        known.addAll(KernelRun.OPTIONS);
        return known;
    }
}
