package dev.marginal.value.evaluation;

import dev.marginal.value.evaluation.ValueEvaluation.Group;
import java.util.List;

/**
 * What there is to draw of a holdout beside its figures.
 *
 * @param tracking repeat purchases as time went on, beside what purchase models expect of it
 * @param byFrequency every model's predictions by repeat purchases before the cut
 * @param pasts what purchase models read from a past
 */
public record ValueCurves(Tracking tracking, List<Grouped> byFrequency, List<Pasts> pasts) {
    public ValueCurves {
        byFrequency = List.copyOf(byFrequency);
        pasts = List.copyOf(pasts);
    }

    /** A model's predictions of the number of purchases, and what happened, by group. */
    public record Grouped(String model, List<Group> groups) {
        public Grouped {
            groups = List.copyOf(groups);
        }
    }
}
