package dev.marginal.tables.duckdb;

import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.sql.SQLException;

/** Tells what DuckDB refuses because of its input from what it fails at by itself. */
final class Refusal {
    private Refusal() {}

    /**
     * The problem of an input that DuckDB refuses: what was expected of it, and DuckDB's words.
     *
     * @throws IllegalStateException if the input is not to blame
     */
    static Problem of(String file, String expectation, SQLException failure) {
        String words = Sql.firstWords(failure.getMessage());
        if (words.startsWith("Out of Memory") || words.startsWith("INTERNAL")) {
            throw new IllegalStateException(file + ": " + words, failure);
        }
        return Problem.of(file, expectation + ": " + words, "");
    }

    /** Adds the problem of a CSV file, unless its shape was one already. */
    static void ofCsv(Part part, SQLException failure, Problems problems) {
        Problem refusal = of(part.name(), "must be readable by DuckDB", failure);
        if (part.sound()) {
            problems.add(refusal);
        }
    }

    static Problem ofQuery(String name, SQLException failure) {
        return of(name, "must be valid DuckDB SQL", failure);
    }
}
