package dev.marginal.tables;

import java.nio.file.Path;

/** Where rows come from: files, or SQL over files. Relative names start at {@code folder}. */
public sealed interface Source {
    /** The folder that relative file names start from. */
    Path folder();

    /** How messages call this source. */
    String name();

    /**
     * One file or many.
     *
     * @param pattern a name or glob ending in .csv, .csv.gz or .parquet
     */
    record Files(Path folder, String pattern) implements Source {
        public Files {
            Requires.text(pattern, "file");
        }

        @Override
        public String name() {
            return pattern;
        }
    }

    /**
     * A DuckDB query over files, such as {@code select * from 'sales.csv' where region = 'north'}.
     *
     * @param name how messages call the query, such as {@code history.sql}
     */
    record Query(Path folder, String name, String sql) implements Source {
        public Query {
            Requires.text(sql, "sql");
        }
    }
}
