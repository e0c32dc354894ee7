package dev.marginal.tables;

import java.util.List;

/**
 * What the cells of one column look like.
 *
 * @param name the header
 * @param rows how many cells there are
 * @param filled those that are not empty
 * @param numbers filled cells that are finite numbers, plainly written
 * @param whole those among them without a fraction
 * @param zeros filled cells that are 0, also with a decimal comma
 * @param decimalCommas filled cells such as {@code 1.234,50}, or {@code 12,5}
 * @param dates filled cells that begin like {@code 2026-11-30}
 * @param otherDates filled cells such as {@code 30.11.2026} or {@code 11/30/26}
 * @param distinct different values among the filled cells; an estimate within some percent where
 *     the table has more than a million rows
 * @param least the lowest number; {@code NaN} where there is none
 * @param most the highest number; likewise
 * @param mean of the numbers; likewise
 * @param words the most frequent values, the most frequent first
 * @param strays the most frequent filled cells that are no plain numbers, of a column with numbers
 */
public record ColumnProfile(
        String name,
        long rows,
        long filled,
        long numbers,
        long whole,
        long zeros,
        long decimalCommas,
        long dates,
        long otherDates,
        long distinct,
        double least,
        double most,
        double mean,
        List<Word> words,
        List<Word> strays) {
    public ColumnProfile {
        words = List.copyOf(words);
        strays = List.copyOf(strays);
    }

    /** A value and how many cells hold it. */
    public record Word(String text, long rows) {}

    /** How many cells are empty. */
    public long missing() {
        return rows - filled;
    }

    /** Whether every cell is filled. */
    public boolean isFull() {
        return filled == rows;
    }

    /** Whether every filled cell is a number, and there is one. */
    public boolean isNumeric() {
        return filled > 0 && numbers == filled;
    }

    /** Whether every filled cell is a whole number, and there is one. */
    public boolean isWhole() {
        return filled > 0 && whole == filled;
    }

    /** Whether every filled cell is a date or a time, and there is one. */
    public boolean isDates() {
        return filled > 0 && dates == filled;
    }

    /** Whether no cell says anything that another does not. */
    public boolean neverVaries() {
        return filled == 0 || distinct == 1 && isFull();
    }
}
