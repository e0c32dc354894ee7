package dev.marginal.spark.files;

import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What every task of a run needs beside its part: the campaign's files, the model, what was planned
 * and sent before. Copied once to each JVM, and gone with it.
 *
 * @param run sets one run apart from all others
 * @param items what to copy
 */
public record Kit(String run, Disk disk, List<Item> items) implements Serializable {
    private static final ConcurrentMap<String, Path> UNPACKED = new ConcurrentHashMap<>();

    public Kit {
        items = List.copyOf(items);
    }

    /**
     * A file.
     *
     * @param address where it is
     * @param path where it goes in the kit
     */
    public record Item(String address, String path) implements Serializable {}

    /** The kit's folder on this machine. */
    public Path here() {
        return UNPACKED.computeIfAbsent(run, any -> unpack());
    }

    private Path unpack() {
        try {
            Path folder = Fleeting.temporary("marginal-kit-").path();
            items.forEach(item -> disk.fetch(item.address(), folder.resolve(item.path())));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
