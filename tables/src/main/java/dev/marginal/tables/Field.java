package dev.marginal.tables;

import java.util.List;

/**
 * What a reader expects of one column.
 *
 * @param kind the type the column is read as
 * @param least smallest amount allowed; {@code -Infinity} for no limit
 * @param most largest amount allowed; {@code +Infinity} for no limit
 * @param words the words allowed in a category; empty for any
 * @param unique whether an id may stand only once
 * @param required whether a value may be missing
 */
public record Field(
        String name,
        Kind kind,
        double least,
        double most,
        List<String> words,
        boolean unique,
        boolean required) {
    /** The type a column is read as. */
    public enum Kind {
        /** {@link IdColumn}. */
        ID,
        /** {@link CategoryColumn}. */
        CATEGORY,
        /** {@link NumberColumn}. */
        NUMBER,
        /** {@link AmountColumn}. */
        AMOUNT,
        /**
         * {@link AmountColumn} of whole numbers: days since 1970-01-01 where the cells are dates or
         * times, else the whole numbers that stand there.
         */
        DAY,
        /** {@link InstantColumn} of times with their offset, as in RFC 3339. */
        INSTANT
    }

    public Field {
        Requires.text(name, "field");
        words = List.copyOf(words);
    }

    /** Ids that may repeat. */
    public static Field id(String name) {
        return new Field(name, Kind.ID, -INFINITY, INFINITY, List.of(), false, true);
    }

    /** Ids of which no two rows share one. */
    public static Field uniqueId(String name) {
        return new Field(name, Kind.ID, -INFINITY, INFINITY, List.of(), true, true);
    }

    /**
     * Any text, such as an address, kept as it is; an {@link IdColumn} that is empty where it is
     * missing.
     */
    public static Field text(String name) {
        return new Field(name, Kind.ID, -INFINITY, INFINITY, List.of(), false, false);
    }

    /** Any words; missing values are kept. */
    public static Field category(String name) {
        return new Field(name, Kind.CATEGORY, -INFINITY, INFINITY, List.of(), false, false);
    }

    /** One of these words, never missing. */
    public static Field oneOf(String name, List<String> words) {
        return new Field(name, Kind.CATEGORY, -INFINITY, INFINITY, words, false, true);
    }

    /** One of these words, or missing. */
    public static Field maybeOneOf(String name, List<String> words) {
        return new Field(name, Kind.CATEGORY, -INFINITY, INFINITY, words, false, false);
    }

    /** A numeric feature; missing values are kept. */
    public static Field number(String name) {
        return new Field(name, Kind.NUMBER, -INFINITY, INFINITY, List.of(), false, false);
    }

    /** An amount in [least, most], never missing. */
    public static Field amount(String name, double least, double most) {
        return new Field(name, Kind.AMOUNT, least, most, List.of(), false, true);
    }

    /**
     * Days, never missing: dates, times of which the day counts as it is written, or whole numbers;
     * one kind in the whole column.
     */
    public static Field day(String name) {
        return new Field(name, Kind.DAY, -INFINITY, INFINITY, List.of(), false, true);
    }

    /**
     * Times with their offset from UTC, such as {@code 2026-11-30T18:05:00+08:00}; never missing.
     */
    public static Field instant(String name) {
        return new Field(name, Kind.INSTANT, -INFINITY, INFINITY, List.of(), false, true);
    }

    /** Times with their offset from UTC, or missing. */
    public static Field maybeInstant(String name) {
        return new Field(name, Kind.INSTANT, -INFINITY, INFINITY, List.of(), false, false);
    }

    private static final double INFINITY = Double.POSITIVE_INFINITY;
}
