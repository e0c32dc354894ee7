package dev.marginal.boosting;

import dev.marginal.tables.Requires;

/**
 * What a forest is to learn of its training rows.
 *
 * @param label one per row, finite; 0 or 1 for {@link Objective#LOGISTIC}, positive for {@link
 *     Objective#GAMMA}, zero or more for {@link Objective#TWEEDIE}
 * @param margin one per row, to which the trees add (log odds for {@link Objective#LOGISTIC}, logs
 *     for gamma and Tweedie); empty for a first guess that is the mean. A forest that was grown on
 *     margins predicts as if they were zero
 * @param monotone one per column: 1 if the prediction must not fall with it, −1 if it must not
 *     rise, 0 if it is free; empty if all are free
 * @param variancePower of {@link Objective#TWEEDIE}: variance ∝ mean to this power, in (1, 2)
 */
public record Target(
        Objective objective, float[] label, float[] margin, int[] monotone, double variancePower) {
    private static final double DEFAULT_POWER = 1.5;

    public Target {
        Requires.require(
                margin.length == 0 || margin.length == label.length,
                "margins",
                margin.length,
                "as many as labels, or none");
        Requires.require(
                variancePower > 1 && variancePower < 2,
                "variancePower",
                variancePower,
                "between 1 and 2");
    }

    /** These labels, without margins and constraints. */
    public static Target of(Objective objective, float[] label) {
        return new Target(objective, label, new float[0], new int[0], DEFAULT_POWER);
    }

    /** The same, on top of these margins. */
    public Target withMargin(float[] margins) {
        return new Target(objective, label, margins, monotone, variancePower);
    }

    /** The same, bound to rise or fall with some columns. */
    public Target withMonotone(int[] signs) {
        return new Target(objective, label, margin, signs, variancePower);
    }

    /** The same, with this power of Tweedie's variance. */
    public Target withVariancePower(double power) {
        return new Target(objective, label, margin, monotone, power);
    }
}
