package dev.marginal.spark.files;

import java.util.Locale;

/** What a part's file of a plan's table is called. */
public final class PartName {
    private PartName() {}

    /**
     * Its path in the plan's folder, the same on every machine whatever its language: {@code
     * sends.parquet/part-00003.parquet}.
     *
     * @param table such as {@code sends.parquet}
     * @param number of the part, from 0
     */
    public static String of(String table, int number) {
        return String.format(Locale.ROOT, "%s/part-%05d.parquet", table, number);
    }
}
