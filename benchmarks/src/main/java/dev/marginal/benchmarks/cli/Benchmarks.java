package dev.marginal.benchmarks.cli;

import dev.marginal.benchmarks.contacts.ContactsRun;
import dev.marginal.benchmarks.experiments.ExperimentRun;
import dev.marginal.benchmarks.fitting.FitRun;
import dev.marginal.benchmarks.forecasting.ForecastRun;
import dev.marginal.benchmarks.fortnight.FortnightRun;
import dev.marginal.benchmarks.kernel.KernelRun;
import dev.marginal.benchmarks.killing.KillRun;
import dev.marginal.benchmarks.learning.UpliftRun;
import dev.marginal.benchmarks.peers.PeerRun;
import dev.marginal.benchmarks.peers.PythonPeerRun;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.python.PythonRun;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.benchmarks.reports.Publication;
import dev.marginal.benchmarks.reports.ResultFile;
import dev.marginal.benchmarks.scale.ScaleRun;
import dev.marginal.benchmarks.serving.LoadRun;
import dev.marginal.benchmarks.serving.WhatIfRun;
import dev.marginal.benchmarks.spreading.SpreadRun;
import dev.marginal.benchmarks.value.ValueRun;
import dev.marginal.benchmarks.value.peers.ValuePeerRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code benchmarks/run scale | peers | kernel | uplift | … | all [--option value …]}. */
public final class Benchmarks {
    /** All that {@code uplift} stands for; each has a result file of its own. */
    private static final List<String> UPLIFT =
            List.of(
                    "uplift-planted",
                    "uplift-plans",
                    "uplift-nie-wager",
                    "uplift-hillstrom",
                    "uplift-starbucks");

    private Benchmarks() {}

    /** Runs what the first argument names. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        String what = arguments.length == 0 ? "" : arguments[0];
        List<String> kinds = kinds(what);
        if (kinds.isEmpty()) {
            System.err.println(
                    "Say what to measure: scale, peers, kernel, uplift, one of %s, forecast, fit, value, contacts, fortnight, kill, what-if, load, spark or all; benchmarks/run-peers runs Python's libraries."
                            .formatted(String.join(", ", UPLIFT)));
            System.exit(2);
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        kinds.forEach(kind -> run(kind, rest));
    }

    private static List<String> kinds(String what) {
        return switch (what) {
            case "all" ->
                    List.of(
                            "scale",
                            "peers",
                            "kernel",
                            "uplift-planted",
                            "uplift-plans",
                            "uplift-nie-wager",
                            "uplift-hillstrom",
                            "uplift-starbucks",
                            "forecast",
                            "fit",
                            "value",
                            "contacts",
                            "fortnight",
                            "kill",
                            "what-if",
                            "load",
                            "spark");
            case "uplift" -> UPLIFT;
            case "scale",
                    "peers",
                    "kernel",
                    "forecast",
                    "fit",
                    "value",
                    "contacts",
                    "fortnight",
                    "kill",
                    "what-if",
                    "load",
                    "spark",
                    "run-peers-uplift",
                    "run-peers-allocation",
                    "run-peers-value" ->
                    List.of(what);
            default -> UPLIFT.contains(what) ? List.of(what) : List.of();
        };
    }

    private static void run(String kind, String[] arguments) {
        Options options = Options.of(arguments, known());
        Path home = Path.of(System.getProperty("marginal.home", "."));
        Path folder = Path.of(options.text("results", home.resolve("benchmarks/results") + ""));
        ResultFile result = new ResultFile(folder, kind, Clock.systemDefaultZone());
        measure(kind, options, home, result);
        if (options.text("publish", "no").equals("yes")) {
            Publication.publish(result.file(), kind, home.resolve("docs/benchmarks.md"));
        }
        System.err.println(result.file());
    }

    private static void measure(String kind, Options options, Path home, ResultFile result) {
        Assignment assignment = new Assignment(options, home, result, System.err::println);
        switch (kind) {
            case "scale" -> new ScaleRun(options, result, System.err::println).run();
            case "peers" -> new PeerRun(options, result, System.err::println).run();
            case "kernel" -> new KernelRun(options, result).run();
            case "uplift-planted" -> uplift(options, result).planted();
            case "uplift-plans" -> uplift(options, result).plans();
            case "uplift-nie-wager" -> uplift(options, result).nieWager();
            case "uplift-hillstrom" -> experiments(options, home, result).hillstrom();
            case "uplift-starbucks" -> experiments(options, home, result).starbucks();
            case "forecast" -> new ForecastRun(options, result, System.err::println).run();
            case "fit" -> new FitRun(options, result, System.err::println).run();
            case "value" -> new ValueRun(options, result, System.err::println).run();
            case "contacts" -> new ContactsRun(options, result, System.err::println).run();
            case "fortnight" -> new FortnightRun(options, result, System.err::println).run();
            case "kill" -> new KillRun(assignment).run();
            case "what-if" -> new WhatIfRun(assignment).run();
            case "load" -> new LoadRun(assignment).run();
            case "spark" -> new SpreadRun(assignment).run();
            case "run-peers-uplift" -> new PythonRun(assignment).run();
            case "run-peers-allocation" -> new PythonPeerRun(assignment).run();
            case "run-peers-value" -> new ValuePeerRun(assignment).run();
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static UpliftRun uplift(Options options, ResultFile result) {
        return new UpliftRun(options, result, System.err::println);
    }

    private static ExperimentRun experiments(Options options, Path home, ResultFile result) {
        Path data = home.resolve("../shared/data");
        return new ExperimentRun(options, data, result, System.err::println);
    }

    /** With {@code all}, every kind takes its own options from the same arguments. */
    private static Set<String> known() {
        Set<String> known = new HashSet<>(Set.of("results", "publish"));
        known.addAll(ScaleRun.OPTIONS);
        known.addAll(PeerRun.OPTIONS);
        known.addAll(KernelRun.OPTIONS);
        known.addAll(UpliftRun.OPTIONS);
        known.addAll(ExperimentRun.OPTIONS);
        known.addAll(ForecastRun.OPTIONS);
        known.addAll(FitRun.OPTIONS);
        known.addAll(ValueRun.OPTIONS);
        known.addAll(ContactsRun.OPTIONS);
        known.addAll(FortnightRun.OPTIONS);
        known.addAll(KillRun.OPTIONS);
        known.addAll(WhatIfRun.OPTIONS);
        known.addAll(LoadRun.OPTIONS);
        known.addAll(SpreadRun.OPTIONS);
        known.addAll(PythonRun.OPTIONS);
        known.addAll(PythonPeerRun.OPTIONS);
        known.addAll(ValuePeerRun.OPTIONS);
        return known;
    }
}
