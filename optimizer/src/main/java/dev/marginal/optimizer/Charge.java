package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.io.Serializable;

/**
 * What one send uses of a shared limit, per send: one, its cost, its value, or a further amount of
 * the book.
 *
 * @param name {@code sends}, {@code cost}, {@code value} or the name of a {@link Measure}
 */
public record Charge(String name) implements Serializable {
    /** One. */
    public static final Charge SENDS = new Charge("sends");

    /** Its expected cost, in micro-units. */
    public static final Charge COST = new Charge("cost");

    /** Its value, in micro-units; may be negative. */
    public static final Charge VALUE = new Charge("value");

    /** What others than the campaign pay of it, in micro-units; a {@link Measure} of the book. */
    public static final Charge CO_FUNDING = new Charge("co_funding");

    public Charge {
        Requires.text(name, "charge");
    }

    /** A further amount of the book, in millionths of its unit. */
    public static Charge of(Measure measure) {
        return new Charge(measure.name());
    }

    /** Whether no send charges less than none. */
    public boolean neverNegative() {
        return equals(SENDS) || equals(COST) || equals(CO_FUNDING);
    }

    /** Whether it is the campaign's own money. */
    public boolean isMoney() {
        return equals(COST) || equals(VALUE);
    }

    /** Whether it is counted in currency, whoever it belongs to. */
    public boolean isInCurrency() {
        return isMoney() || equals(CO_FUNDING);
    }

    /** Whether it is one of the book's measures. */
    public boolean isMeasure() {
        return !isMoney() && !equals(SENDS);
    }

    @Override
    public String toString() {
        return name;
    }
}
