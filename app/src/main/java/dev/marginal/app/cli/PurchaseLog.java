package dev.marginal.app.cli;

import dev.marginal.tables.Source;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where a log of purchases is: a file, or a query. */
final class PurchaseLog {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "LOG",
            description =
                    "A row per purchase, or per line of one: .csv, .csv.gz, .parquet or a glob.")
    private String file;

    @Option(
            names = "--sql",
            paramLabel = "QUERY",
            description = {
                "In place of LOG: DuckDB's SQL over files, such as",
                "\"SELECT CustomerID AS customer, InvoiceDate AS time, Quantity * UnitPrice AS amount FROM 'retail.csv'\"."
            })
    private String sql;

    Source source() {
        if (file == null == (sql == null)) {
            throw new ParameterException(
                    command.commandLine(), "Give either a LOG or a query with --sql.");
        }
        return sql == null
                ? new Source.Files(Path.of(""), file)
                : new Source.Query(Path.of(""), "--sql", sql);
    }
}
