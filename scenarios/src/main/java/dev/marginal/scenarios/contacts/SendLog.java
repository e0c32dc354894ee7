package dev.marginal.scenarios.contacts;

import dev.marginal.tables.IdColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was sent, as the channels' providers tell it. Rows are added, never changed; of several rows
 * with one decision id the one with the latest status time holds.
 */
public interface SendLog {
    /**
     * Adds a file of sends, whole or not at all; the same file again adds nothing.
     *
     * @param completeThrough until when nothing is missing after this file; empty for the last
     *     {@code sent_at} in it
     * @throws dev.marginal.tables.BadInput with every problem of the file; a last line without its
     *     end is one
     */
    Imported add(Path file, Optional<Instant> completeThrough);

    /** Until when nothing is missing; empty for an empty log. */
    Optional<Instant> completeThrough();

    /** The sends of these customers since then, of any campaign. */
    PastSends of(IdColumn customers, Instant since);

    /** The files of the log with their hashes and rows, in the order they came. */
    List<LogFile> files();

    /**
     * A file that was added.
     *
     * @param file where it can be read as Parquet with the columns of docs/file-formats.md
     */
    record LogFile(Path file, String sha256, long rows, Instant completeThrough) {}

    /** What came of adding a file. */
    record Imported(long added, long known, Instant completeThrough) {}
}
