package dev.marginal.app.cli;

import dev.marginal.uplift.Evidence;

/** What a verdict means, for a marketer. */
final class EvidenceWords {
    private EvidenceWords() {}

    static String of(Evidence evidence) {
        return switch (evidence) {
            case CLEAR ->
                    "clear: on held-out customers, following this model earns more than any plan without a model";
            case WEAK ->
                    "weak: on held-out customers, following this model earns more than plans without a model, but not surely";
            case NONE ->
                    "none: held-out customers show no gain from following this model; random sends may earn as much";
        };
    }
}
