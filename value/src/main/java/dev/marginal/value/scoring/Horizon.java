package dev.marginal.value.scoring;

import dev.marginal.tables.Requires;
import dev.marginal.value.UnitOfTime;

/**
 * How far to look ahead, and how much less a later coin is worth.
 *
 * @param length in the model's unit of time, positive
 * @param yearlyDiscount a coin a year from now is worth {@code 1 / (1 + yearlyDiscount)}; 0 or more
 */
public record Horizon(double length, double yearlyDiscount) {
    public Horizon {
        Requires.positive(length, "horizon");
        Requires.notNegative(yearlyDiscount, "yearly discount");
    }

    /** A horizon in which every coin counts the same. */
    public static Horizon of(double length) {
        return new Horizon(length, 0);
    }

    /**
     * What a coin is worth today that may come at any moment of the horizon alike: {@code (1 −
     * e^−δh) / δh}.
     */
    public double evenWorth(UnitOfTime unit) {
        double discount = rate(unit) * length;
        return discount == 0 ? 1 : -Math.expm1(-discount) / discount;
    }

    /** The continuous rate of discount per unit of time. */
    double rate(UnitOfTime unit) {
        return Math.log1p(yearlyDiscount) * unit.days() / UnitOfTime.YEAR.days();
    }
}
