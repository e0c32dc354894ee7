package dev.marginal.optimizer;

import dev.marginal.tables.Requires;

/**
 * What one send uses of a shared limit, per send: one, its cost, its value, or a further amount of
 * the book.
 *
 * @param name {@code sends}, {@code cost}, {@code value} or the name of a {@link Measure}
 */
public record Charge(String name) {
    /** One. */
    public static final Charge SENDS = new Charge("sends");

    /** Its expected cost, in micro-units. */
    public static final Charge COST = new Charge("cost");

    /** Its value, in micro-units; may be negative. */
    public static final Charge VALUE = new Charge("value");

    public Charge {
        Requires.text(name, "charge");
    }

    /** A further amount of the book, in millionths of its unit. */
    public static Charge of(Measure measure) {
        return new Charge(measure.name());
    }

    /** Whether no send charges less than none. */
    public boolean neverNegative() {
        return equals(SENDS) || equals(COST);
    }

    /** Whether it is an amount of money. */
    public boolean isMoney() {
        return equals(COST) || equals(VALUE);
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
