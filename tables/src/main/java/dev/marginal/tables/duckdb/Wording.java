package dev.marginal.tables.duckdb;

import dev.marginal.tables.Field;
import java.util.List;
import java.util.regex.Pattern;

/** What messages say of cells that do not fit their column. */
final class Wording {
    private static final Pattern NOT_FINITE =
            Pattern.compile("(?i)\\s*[+-]?(nan|inf|infinity)\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final Pattern NOTHING =
            Pattern.compile("(?i)\\s*(n/?a|null|none|nil|[-?.]*)\\s*");

    private Wording() {}

    /** What a cell of a number column must be that is none, or not a finite one. */
    static String numberExpectation(String cell) {
        return isNotFinite(cell) ? "must be a finite number" : "must be a number";
    }

    /** The way out for such a cell; {@code ofWord} where it holds no digit. */
    static String numberAdvice(String cell, Field field, String ofWord) {
        boolean mayBeEmpty = field.kind() == Field.Kind.NUMBER && !field.required();
        if (isNotFinite(cell) || NOTHING.matcher(cell).matches()) {
            return mayBeEmpty ? "Maybe leave the cell empty." : "";
        }
        return cell.chars().anyMatch(Character::isDigit)
                ? "Maybe write it plainly, as in 1234.5."
                : ofWord;
    }

    /** What an amount outside its range must be. */
    static String range(Field field) {
        boolean bottom = field.least() > Double.NEGATIVE_INFINITY;
        boolean top = field.most() < Double.POSITIVE_INFINITY;
        if (field.least() == Double.MIN_VALUE) {
            return top ? "must be above 0 and at most " + plain(field.most()) : "must be above 0";
        }
        if (bottom && top) {
            return "must be between %s and %s".formatted(plain(field.least()), plain(field.most()));
        }
        return bottom
                ? "must be %s or more".formatted(plain(field.least()))
                : "must be at most " + plain(field.most());
    }

    /** A number as people write it: {@code 5} rather than {@code 5.0}. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The first {@code most} of these words, and how many there are in all. */
    static String list(List<String> words, int most) {
        String told = String.join(", ", words.subList(0, Math.min(most, words.size())));
        return words.size() <= most ? told : "%s, … (%,d in all)".formatted(told, words.size());
    }

    private static boolean isNotFinite(String cell) {
        return NOT_FINITE.matcher(cell).matches() || NUMBER.matcher(cell).matches();
    }
}
