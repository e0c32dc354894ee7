package dev.marginal.spark.files;

import dev.marginal.tables.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder through which files of the driver's machine reach tasks.
 *
 * @param address of the folder, which is gone after the run
 */
public record KitFolder(Disk disk, String address) {
    /**
     * Where a file of the driver's machine goes in a kit: by its whole path, so that names hold.
     */
    public static String inKit(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return "files/" + whole.getRoot().relativize(whole).toString().replace('\\', '/');
    }

    /** Lends a file to tasks. */
    public Kit.Item lend(Path file) {
        String there = address + "/" + inKit(file);
        disk.put(file, there, 0);
        return new Kit.Item(there, inKit(file));
    }

    /** Lends the files of tables; a query names none. */
    public List<Kit.Item> lend(Stream<Source> tables) {
        return tables.filter(Source.Files.class::isInstance)
                .map(Source.Files.class::cast)
                .flatMap(source -> matching(source).stream())
                .distinct()
                .map(this::lend)
                .toList();
    }

    /** Deletes the folder. */
    public void delete() {
        disk.delete(address);
    }

    /** All files in a folder of this machine and the folders in it, sorted. */
    public static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> matching(Source.Files source) {
        Path named = source.folder().resolve(source.pattern()).toAbsolutePath().normalize();
        if (Files.isRegularFile(named)) {
            return List.of(named);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + named);
        return filesIn(source.folder().toAbsolutePath().normalize()).stream()
                .filter(matcher::matches)
                .toList();
    }
}
