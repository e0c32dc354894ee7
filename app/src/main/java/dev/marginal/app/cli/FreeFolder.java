package dev.marginal.app.cli;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place where a folder can go. */
final class FreeFolder {
    private FreeFolder() {}

    /** Tells early where something stands already; an empty folder is no hindrance. */
    static void require(Path folder) {
        String[] files = folder.toFile().list();
        if (files == null ? Files.exists(folder) : files.length > 0) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not an empty folder; nothing was written",
                            "Give another folder with --out, or move this one away."));
        }
    }
}
