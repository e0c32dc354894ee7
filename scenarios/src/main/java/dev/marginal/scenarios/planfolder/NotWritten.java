package dev.marginal.scenarios.planfolder;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A plan folder could not be written; what was begun is gone again. */
public final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotWritten(Path folder, Exception cause) {
        super(
                "%s could not be written: %s.\nNothing was published. Maybe the disk is full, or the folder above is not yours to write."
                        .formatted(folder, reason(cause)),
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable first = cause;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message =
                first instanceof FileSystemException
                        ? first.toString().replaceAll("^.*\\.(?=\\w+:)", "")
                        : first.getMessage();
        return String.valueOf(message)
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceAll("\\.$", "");
    }
}
