package dev.marginal.app.cli;

import dev.marginal.tables.Fleeting;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of scores, there whole or not at all. */
record ScoreFile(Path file) {
    void write(Table table) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            try (Fleeting aside =
                    new Fleeting(Files.createTempDirectory(target.getParent(), ".scores-"))) {
                Path draft = aside.path().resolve(target.getFileName());
                TableFiles.write(table, draft);
                Files.move(draft, target);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
