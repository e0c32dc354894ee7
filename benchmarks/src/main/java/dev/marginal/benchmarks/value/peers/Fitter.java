package dev.marginal.benchmarks.value.peers;

import java.util.Arrays;
import java.util.List;

/**
 * Who is measured: a library with a model of purchases, and Gamma-Gamma for what they amount to.
 */
enum Fitter {
    MARGINAL_PARETO("marginal-pareto", "marginal", "pareto_nbd"),
    MARGINAL_BG("marginal-bg", "marginal", "bg_nbd"),
    LIFETIMES_PARETO("lifetimes-pareto", "lifetimes", "pareto_nbd"),
    LIFETIMES_BG("lifetimes-bg", "lifetimes", "bg_nbd"),
    LIFETIMES_PARETO_GROUPED("lifetimes-pareto-grouped", "lifetimes", "pareto_nbd"),
    LIFETIMES_BG_GROUPED("lifetimes-bg-grouped", "lifetimes", "bg_nbd");

    private final String word;
    private final String library;
    private final String model;

    Fitter(String word, String library, String model) {
        this.word = word;
        this.library = library;
        this.model = model;
    }

    /** What options, files and tables call it. */
    String word() {
        return word;
    }

    /** Of which it comes; in Python, also the name of its virtual environment. */
    String library() {
        return library;
    }

    /** Of purchases, as {@code PurchaseModels} calls it. */
    String model() {
        return model;
    }

    boolean isPeer() {
        return !library.equals("marginal");
    }

    /** Ours with the same model, whose parameters both libraries are compared at. */
    Fitter ours() {
        return model.equals(MARGINAL_BG.model) ? MARGINAL_BG : MARGINAL_PARETO;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Fitter::word).toList();
    }

    static Fitter named(String word) {
        return Arrays.stream(values())
                .filter(fitter -> fitter.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no fitter " + word + "."));
    }
}
