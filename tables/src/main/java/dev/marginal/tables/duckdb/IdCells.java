package dev.marginal.tables.duckdb;

import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Ids, none of them empty and none that a spreadsheet would run as a formula; or plain text, which
 * may be both.
 */
final class IdCells extends TextCells {
    private static final int LONGEST = 1_000;
    private static final Pattern SIGNED = Pattern.compile("[+-][0-9 ().-]*");

    private final IdColumn.Builder builder;
    private final BitSet unfit = new BitSet();

    IdCells(Field field) {
        super(field);
        this.builder = new IdColumn.Builder(field.name());
    }

    @Override
    void reserve(int rows) {
        // The builder makes room itself.
    }

    @Override
    void addMissing(int row) {
        add(row, "");
    }

    @Override
    void add(int row, String id) {
        if (fits(id)) {
            builder.add(id);
        } else {
            builder.add("");
            unfit.set(row);
            misfit(row, id);
        }
    }

    @Override
    Column column(int rows) {
        IdColumn ids = builder.build();
        if (field().unique()) {
            Twins.find(ids, unfit, faults());
        }
        return ids;
    }

    private boolean fits(String id) {
        if (id.isEmpty()) {
            return !field().required();
        }
        boolean harmless = !field().required() || !isFormula(id);
        return id.length() <= LONGEST && id.indexOf('\0') < 0 && harmless;
    }

    /** Phone numbers and negative numbers begin with a sign and do no harm. */
    private static boolean isFormula(String id) {
        return switch (id.charAt(0)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> !SIGNED.matcher(id).matches();
            default -> false;
        };
    }

    private void misfit(int row, String id) {
        if (!faults().hasRoom()) {
            faults().count();
        } else if (id.isEmpty()) {
            faults().addMissing(row);
        } else if (id.length() > LONGEST) {
            faults().add(row, id, "must have at most %,d letters".formatted(LONGEST), "");
        } else if (id.indexOf('\0') >= 0) {
            faults().add(row, id, "must not hold a NUL character", "");
        } else {
            faults().add(
                            row,
                            id,
                            "must not begin like a spreadsheet formula",
                            "Maybe put a letter before it.");
        }
    }
}
