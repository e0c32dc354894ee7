package dev.marginal.benchmarks.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The dated file of one kind of measurement, rewritten as figures come in, so that what is measured
 * is not lost when a later measurement ends badly.
 */
public final class ResultFile {
    private final Path file;
    private final StringBuilder head = new StringBuilder();

    /**
     * Begins {@code <date>-<kind>.md}.
     *
     * @param folder where it goes
     * @param kind such as {@code scale}
     */
    public ResultFile(Path folder, String kind, Clock clock) {
        String date = LocalDate.now(clock).toString();
        file = folder.resolve(date + "-" + kind + ".md");
        head.append("# %s, %s\n\n%s".formatted(kind, date, Machine.description()));
    }

    /** Adds a line about how it was measured. */
    public void setting(String name, Object value) {
        head.append("- %s: %s\n".formatted(name, value));
    }

    /** Writes the file with these tables, their headings and remarks. */
    public void write(String tables) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, head + "\n" + tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }
}
