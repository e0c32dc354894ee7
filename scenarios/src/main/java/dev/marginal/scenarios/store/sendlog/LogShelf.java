package dev.marginal.scenarios.store.sendlog;

import dev.marginal.scenarios.contacts.SendLog.LogFile;
import java.nio.file.Path;
import java.util.List;

/** Keeps the files of a log. */
public interface LogShelf {
    /** The files in the order they came, each to be read here. */
    List<LogFile> files();

    /** A name for a file in the making; what is left there is gone some day. */
    Path draft();

    /**
     * Keeps a file, whole or not at all. A file that is kept already is not kept twice: then only
     * its {@code completeThrough} is taken over, if it is later.
     *
     * @param draft whose {@link LogFile#file} is to be kept, or is kept already
     * @return whether it was new
     */
    boolean keep(LogFile draft);
}
