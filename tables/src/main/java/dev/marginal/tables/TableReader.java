package dev.marginal.tables;

/** Reads a source into typed columns. */
public interface TableReader {
    /**
     * Reads all rows of {@code source}.
     *
     * @throws BadInput with every problem of the source, if it has any
     */
    Table read(Source source, Layout layout);
}
