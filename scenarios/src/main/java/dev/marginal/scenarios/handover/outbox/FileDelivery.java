package dev.marginal.scenarios.handover.outbox;

import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts a chunk's file where it belongs, once, even if whoever waits for it takes it away at once.
 *
 * <p>The file is written under a hidden name, the step {@code sending} is taken down, and then the
 * file is renamed. So a chunk that is {@code sending} and has its hidden file was not delivered;
 * one that has none was.
 */
public record FileDelivery(Path folder) {
    /** The hidden file of a chunk, to be written. */
    public Path part(String name) throws IOException {
        PrivateFiles.createFolders(folder);
        Path part = hidden(name);
        Files.deleteIfExists(part);
        return PrivateFiles.create(part);
    }

    /**
     * Whether the file can go where it belongs.
     *
     * @throws FileInTheWay if something else is there
     */
    public void requireFree(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file) && Files.mismatch(file, hidden(name)) >= 0) {
            throw new FileInTheWay(file);
        }
    }

    /** Forces the hidden file to the disk, its owner's alone even if its writer made it anew. */
    public void finish(String name) throws IOException {
        PrivateFiles.keepPrivate(hidden(name));
        Durable.force(hidden(name));
    }

    /** Renames the hidden file, if it was not renamed before. */
    public void deliver(String name) throws IOException {
        if (Files.exists(hidden(name))) {
            PrivateFiles.move(hidden(name), folder.resolve(name));
        }
    }

    private Path hidden(String name) {
        return folder.resolve("." + name + ".part");
    }
}
