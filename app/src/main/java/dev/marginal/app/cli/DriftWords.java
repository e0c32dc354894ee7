package dev.marginal.app.cli;

import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.Drift.Fault;
import dev.marginal.uplift.Drift.OfFeature;
import dev.marginal.uplift.Drift.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the audience differs from the history, in words. */
record DriftWords(Drift drift, Words words) {
    private static final double WORTH_A_WORD = 0.001;

    /** One line for everything, then the features that moved farthest, one each. */
    List<String> summary(int most) {
        List<OfFeature> moved = drift.moved();
        if (moved.isEmpty()) {
            return List.of("like the customers of the history in every feature");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "differs from the history in %,d of %,d features: scores of such customers are less certain"
                        .formatted(moved.size(), drift.features().size()));
        moved.stream().limit(most).forEach(one -> lines.add(sentence(one)));
        if (moved.size() > most) {
            lines.add("and %,d more: ./marginal inspect tells all".formatted(moved.size() - most));
        }
        return lines;
    }

    /** Every feature in a table, and what is to be said of those that moved. */
    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("Audience against history: %,d customers".formatted(drift.customers()));
        lines.add(
                "  %-30s %10s %-10s %10s %10s %10s"
                        .formatted("feature", "index", "reading", "missing", "before", "outside"));
        drift.features().forEach(one -> lines.add(row(one)));
        drift.moved().forEach(one -> lines.add("  " + sentence(one)));
        lines.add(
                "index: population stability index; 0.1 is usually read as shifted, 0.25 as different. outside: customers with a");
        lines.add("word, or a number, beyond all that the history had.");
        return String.join("\n", lines);
    }

    /** What is to be said of one feature. */
    String sentence(OfFeature one) {
        List<String> parts = new ArrayList<>();
        if (one.fault() != Fault.NONE) {
            parts.add(fault(one.fault()));
        }
        if (one.reading() != Reading.STABLE) {
            parts.add("%s (stability index %.2f)".formatted(word(one.reading()), one.stability()));
        }
        if (one.unseen() > 0) {
            parts.add(
                    "%s of customers have words that the history never had (%s)"
                            .formatted(
                                    words.percent(one.unseen()),
                                    String.join(", ", one.unseenWords())));
        }
        range(one.below(), "below", parts);
        range(one.above(), "above", parts);
        return one.feature() + ": " + String.join("; ", parts);
    }

    private void range(double share, String side, List<String> parts) {
        if (share >= WORTH_A_WORD) {
            parts.add("%s of customers are %s its range".formatted(words.percent(share), side));
        }
    }

    private String row(OfFeature one) {
        return "  %-30s %10.3f %-10s %9.1f%% %9.1f%% %9.1f%%"
                .formatted(
                        one.feature(),
                        one.stability(),
                        word(one.reading()),
                        100 * one.missing(),
                        100 * one.missingBefore(),
                        100 * one.outside());
    }

    private static String word(Reading reading) {
        return reading.name().toLowerCase(Locale.ROOT);
    }

    private static String fault(Fault fault) {
        return switch (fault) {
            case NONE -> "";
            case EMPTY -> "no customer of the audience has a value";
            case CONSTANT -> "the same for the whole audience, though not in the history";
            case NEVER_VARIED ->
                    "the same in the whole history, so that the model learnt nothing of it";
        };
    }
}
