package dev.marginal.boosting;

import dev.marginal.tables.Requires;

/**
 * The columns that tell a joint model which arm a customer gets; they stand behind the features.
 *
 * @param codes {@code [arm][column]}; those of arm 0, the control, first
 */
public record ArmColumns(float[][] codes) {
    public ArmColumns {
        Requires.require(codes.length >= 2, "arms", codes.length, "at least 2");
    }

    /** How many arms, the control included. */
    public int arms() {
        return codes.length;
    }

    /** How many columns. */
    public int columns() {
        return codes[0].length;
    }
}
