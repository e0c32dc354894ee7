package dev.marginal.scenarios.planfolder;

import java.nio.file.Path;

/** Another plan already stands where this one should go. */
public final class AlreadyPublished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyPublished(Path folder) {
        super(
                """
                %s already holds another plan, or something else; nothing was written.
                Maybe write this one elsewhere with --out, or move the old folder away first."""
                        .formatted(folder));
    }
}
