package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.util.Set;

/**
 * A further amount of every send that limits may add up, such as minutes of a call centre.
 *
 * <p>Amounts are exact like money: their floats rounded to millionths.
 *
 * @param name other than {@code sends}, {@code cost} and {@code value}
 * @param amount {@code [offer][customer]}, within a billion, negative allowed
 */
public record Measure(String name, float[][] amount) implements Serializable {
    private static final Set<String> TAKEN =
            Set.of(Charge.SENDS.name(), Charge.COST.name(), Charge.VALUE.name());

    public Measure {
        Requires.text(name, "measure");
        Requires.require(!TAKEN.contains(name), "measure", name, "none of " + TAKEN);
    }
}
