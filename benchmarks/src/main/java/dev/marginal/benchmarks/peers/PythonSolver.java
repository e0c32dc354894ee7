package dev.marginal.benchmarks.peers;

import java.util.Arrays;

/** The solvers that Python's packages bring. */
enum PythonSolver {
    PDLP("pdlp", "OR-Tools' PDLP, 1e-6", true),
    GLOP("glop", "OR-Tools' GLOP, dual simplex", true),
    HIGHS_LP("highs-lp", "HiGHS", true),
    HIGHS("highs", "HiGHS", false),
    SCIP("scip", "OR-Tools' SCIP", false),
    CP_SAT("cp-sat", "OR-Tools' CP-SAT, 8 workers", false);

    private final String word;
    private final String words;
    private final boolean fractional;

    PythonSolver(String word, String words, boolean fractional) {
        this.word = word;
        this.words = words;
        this.fractional = fractional;
    }

    /** As options and {@code allocation.py} call it. */
    String word() {
        return word;
    }

    /** As the tables call it. */
    String words() {
        return fractional ? words + " (LP)" : words;
    }

    /** The fact that tells its bound: computed from its prices, or as it claims. */
    String bound() {
        return fractional ? "bound" : "claimed";
    }

    static PythonSolver named(String word) {
        return Arrays.stream(values())
                .filter(solver -> solver.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no solver " + word + "."));
    }
}
