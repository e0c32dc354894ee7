package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.local.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A document that changes by the next version of it, each a file of its own named by its number.
 *
 * <p>To change it, read the latest version, make the next one of it, and offer that. An offer is
 * taken only if nobody made that version before ({@link Durable#create}); else the offer came too
 * late: read again. So changes come one after the other, each made by somebody who knew all before
 * it. There is no lock that a killed process could leave behind, a version is whole or not there,
 * and none is ever changed or deleted: a process that slept through many versions still finds that
 * its own came too late.
 */
final class Versions {
    private static final String ENDING = ".json";

    private final Path folder;

    Versions(Path folder) {
        this.folder = folder;
    }

    /** The number of the latest version; 0 if there is none. */
    long latest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{8}\\" + ENDING))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 8)))
                    .max()
                    .orElse(0);
        }
    }

    Optional<byte[]> read(long version) throws IOException {
        return version == 0 ? Optional.empty() : Optional.of(Files.readAllBytes(file(version)));
    }

    /** Whether these bytes are now this version; false if another was there first. */
    boolean offer(long version, byte[] bytes) throws IOException {
        Durable.createFolders(folder);
        return Durable.create(file(version), bytes);
    }

    /** Deletes what killed processes left half-made; who is still at it begins anew. */
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(Durable.TEMPORARY)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(long version) {
        return folder.resolve("%08d%s".formatted(version, ENDING));
    }
}
