package dev.marginal.benchmarks.peers;

import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.function.Supplier;

/** The solvers of OR-Tools that Marginal is measured beside. */
enum Peer {
    PDLP_4("PDLP, 1e-4", true, () -> pdlp("1e-4")),
    PDLP_6("PDLP, 1e-6", true, () -> pdlp("1e-6")),
    GLOP("GLOP, dual simplex", true, () -> linear("glop", false, "use_dual_simplex: true")),
    HIGHS_LP("HiGHS", true, () -> linear("highs", false, "")),
    HIGHS("HiGHS", false, () -> linear("highs", true, "")),
    SCIP("SCIP", false, () -> linear("scip", true, "")),
    CP_SAT("CP-SAT, 8 workers", false, CpSatSolver::new);

    private final String words;
    private final boolean fractional;
    private final Supplier<Solver> solver;

    Peer(String words, boolean fractional, Supplier<Solver> solver) {
        this.words = words;
        this.fractional = fractional;
        this.solver = solver;
    }

    /** As the tables call it. */
    String words() {
        return words;
    }

    /** Whether it solves the linear program, so that its plan has fractions of sends. */
    boolean isFractional() {
        return fractional;
    }

    /** A new one, without a model. OR-Tools must be loaded. */
    Solver solver() {
        return solver.get();
    }

    /** As options call it, such as {@code pdlp_6}. */
    static Peer named(String name) {
        return Arrays.stream(values())
                .filter(peer -> peer.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> {
                            Requires.require(
                                    false, "peer", name, "one of " + Arrays.toString(values()));
                            return new IllegalStateException();
                        });
    }

    private static Solver pdlp(String tolerance) {
        return linear(
                "pdlp",
                false,
                ("num_threads: %d termination_criteria { simple_optimality_criteria {"
                                + " eps_optimal_absolute: %s eps_optimal_relative: %s } }")
                        .formatted(
                                Runtime.getRuntime().availableProcessors(), tolerance, tolerance));
    }

    private static Solver linear(String name, boolean whole, String parameters) {
        return new LinearSolver(name, whole, parameters);
    }
}
