package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.StoreUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in one sentence what the disk refuses. */
final class Disk {
    private Disk() {}

    /** Something done on the disk. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    static <T> T reading(Path store, Work<T> work) {
        return told("The plan store %s could not be read: %s.", "", store, work);
    }

    static <T> T writing(Path store, Work<T> work) {
        String advice =
                "\nNothing was published. Make room there, or make it yours to write, and run again.";
        return told("The plan store %s could not be written: %s.", advice, store, work);
    }

    private static <T> T told(String sentence, String advice, Path store, Work<T> work) {
        try {
            return work.done();
        } catch (IOException failure) {
            throw new StoreUnusable(sentence.formatted(store, reason(failure)) + advice, failure);
        } catch (UncheckedIOException failure) {
            String reason = reason(failure.getCause());
            throw new StoreUnusable(sentence.formatted(store, reason) + advice, failure);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access to " + failure.getMessage() + " is denied";
        }
        return failure instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getFile() + ": " + refused.getReason()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
