package dev.marginal.scenarios.handover.outbox;

import java.nio.file.Path;

/** Something else stands where a file should go. */
public final class FileInTheWay extends RuntimeException {
    private static final long serialVersionUID = 1;

    FileInTheWay(Path file) {
        super(
                """
                %s already holds something else; it was left as it is.
                Move it away, or give another folder with --out."""
                        .formatted(file));
    }
}
