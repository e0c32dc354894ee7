package dev.marginal.tables;

/** Checks of meaning for constructors; each names the argument and the value it found. */
public final class Requires {
    private Requires() {}

    /** Returns {@code value} if it is finite and greater than zero. */
    public static double positive(double value, String name) {
        require(Double.isFinite(value) && value > 0, name, value, "positive");
        return value;
    }

    /** Returns {@code value} if it is greater than zero. */
    public static int positive(int value, String name) {
        require(value > 0, name, value, "positive");
        return value;
    }

    /** Returns {@code value} if it is finite and not below zero. */
    public static double notNegative(double value, String name) {
        require(Double.isFinite(value) && value >= 0, name, value, "zero or more");
        return value;
    }

    /** Returns {@code value} if it lies in [0, 1]. */
    public static double probability(double value, String name) {
        require(value >= 0 && value <= 1, name, value, "a probability in [0, 1]");
        return value;
    }

    /** Returns {@code value} if it is neither null nor blank. */
    public static String text(String value, String name) {
        require(value != null && !value.isBlank(), name, value, "a word, not blank");
        return value;
    }

    /** Throws unless {@code holds}, saying that {@code name} must be {@code expected}. */
    public static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s (%s) must be %s.".formatted(name, value, expected));
        }
    }
}
