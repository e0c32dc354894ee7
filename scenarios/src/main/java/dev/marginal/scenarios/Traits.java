package dev.marginal.scenarios;

import dev.marginal.optimizer.Segmentation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules want to know of the customers beside their scores.
 *
 * @param segmentations the columns and conditions that rules speak of
 * @param amounts the columns that offers take amounts from, {@code [customer]}
 * @param future what an order is worth later, where the campaign names it
 */
public record Traits(
        List<Segmentation> segmentations,
        Map<String, float[]> amounts,
        Optional<FutureValues> future) {
    /** The name of a missing value in a {@link Segmentation}. */
    public static final String MISSING = "(missing)";

    /** What a condition says of a customer, in the order of a {@link Segmentation}'s names. */
    public static final List<String> NO_OR_YES = List.of("no", "yes");

    /** Nothing. */
    public static final Traits NONE = new Traits(List.of(), Map.of());

    public Traits {
        segmentations = List.copyOf(segmentations);
        amounts = Map.copyOf(amounts);
    }

    /** Of customers whose later value nobody asks for. */
    public Traits(List<Segmentation> segmentations, Map<String, float[]> amounts) {
        this(segmentations, amounts, Optional.empty());
    }

    /** The same with what an order is worth later. */
    public Traits with(FutureValues values) {
        return new Traits(segmentations, amounts, Optional.of(values));
    }
}
