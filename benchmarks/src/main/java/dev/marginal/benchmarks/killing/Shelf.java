package dev.marginal.benchmarks.killing;

import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A plan store, seen from outside: its own files or tables, none of its classes. */
interface Shelf extends AutoCloseable {
    /** Makes the table of attempts. */
    String PLAN =
            "create or replace table plan (campaign varchar, date date, number bigint, kind varchar, state varchar, process bigint, folder varchar, placed boolean)";

    /** Makes the table of the log's files. */
    String LOG = "create or replace table log (place bigint, file varchar, complete timestamptz)";

    /** How the table calls it. */
    String name();

    /** The options of commands that use it. */
    List<String> options();

    /**
     * Tells a database what is kept: {@code plan (campaign, date, number, kind, state, process,
     * folder, placed)} with every attempt, and {@code log (place, file, complete)} with the log's
     * files.
     */
    void tell(Database sql);

    /** Reads everything anew when it is next asked. */
    void forget();

    /**
     * How far the last attempt at a plan has come.
     *
     * @return process and state; {@code 0} and nothing if there is none
     */
    Progress progress(String campaign, LocalDate date);

    /** What processes left behind that nobody needs, a line each. */
    List<String> leftovers();

    /** Where a plan can be audited; a store may have it under another name than the table. */
    Path auditable(Path folder);

    @Override
    void close();

    /** How far an attempt has come, and whose it is. */
    record Progress(long process, String state) {}
}
