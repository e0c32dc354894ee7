package dev.marginal.spark.files;

import dev.marginal.tables.Fingerprint;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;

/** What Hadoop's file systems hold; addresses without a scheme are of its default one. */
public final class Disk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SerializableConfiguration configuration;

    /** The file systems that a configuration knows. */
    public Disk(Configuration configuration) {
        this.configuration = new SerializableConfiguration(configuration);
    }

    /**
     * A file.
     *
     * @param address with its scheme
     */
    public record Found(String address, long bytes) implements Serializable {
        /** The last part of its address. */
        public String name() {
            return new Path(address).getName();
        }
    }

    /** The address with its scheme and from its root. */
    public String whole(String address) {
        Path path = new Path(address);
        return reading(() -> on(path).makeQualified(path).toString());
    }

    /** Whether something is there. */
    public boolean exists(String address) {
        Path path = new Path(address);
        return reading(() -> on(path).exists(path));
    }

    /** Whether it is a folder. */
    public boolean isFolder(String address) {
        Path path = new Path(address);
        return reading(() -> on(path).exists(path) && on(path).getFileStatus(path).isDirectory());
    }

    /** The files that a pattern stands for, by address. */
    public List<Found> matching(String pattern) {
        Path path = new Path(pattern);
        return reading(
                () -> {
                    FileStatus[] matches = on(path).globStatus(path);
                    List<Found> found = new ArrayList<>();
                    for (FileStatus one : matches == null ? new FileStatus[0] : matches) {
                        if (one.isFile() && !isHidden(one.getPath())) {
                            found.add(found(one));
                        }
                    }
                    found.sort(Comparator.comparing(Found::address));
                    return found;
                });
    }

    /** All files in a folder and the folders in it, by address; none where it is not there. */
    public List<Found> filesIn(String folder) {
        Path path = new Path(folder);
        return reading(
                () -> {
                    List<Found> found = new ArrayList<>();
                    try {
                        RemoteIterator<LocatedFileStatus> all = on(path).listFiles(path, true);
                        while (all.hasNext()) {
                            found.add(found(all.next()));
                        }
                    } catch (FileNotFoundException none) {
                        return found;
                    }
                    found.sort(Comparator.comparing(Found::address));
                    return found;
                });
    }

    /** The names of the folders in a folder, sorted; none where it is not there. */
    public List<String> foldersIn(String folder) {
        Path path = new Path(folder);
        return reading(
                () -> {
                    List<String> names = new ArrayList<>();
                    try {
                        for (FileStatus one : on(path).listStatus(path)) {
                            if (one.isDirectory() && !isHidden(one.getPath())) {
                                names.add(one.getPath().getName());
                            }
                        }
                    } catch (FileNotFoundException none) {
                        return names;
                    }
                    names.sort(Comparator.naturalOrder());
                    return names;
                });
    }

    /** Copies a file to this machine. */
    public void fetch(String address, java.nio.file.Path here) {
        Path path = new Path(address);
        reading(
                () -> {
                    java.nio.file.Files.createDirectories(here.toAbsolutePath().getParent());
                    try (var in = on(path).open(path)) {
                        java.nio.file.Files.copy(in, here);
                    }
                    return null;
                });
    }

    /**
     * The hash of a file's bytes, as {@code sha256sum} prints it; another word where the file
     * system itself knows that they are not what was written.
     */
    public String fingerprint(String address) {
        Path path = new Path(address);
        return reading(
                () -> {
                    try (var in = on(path).open(path)) {
                        return Fingerprint.of(in);
                    } catch (ChecksumException changed) {
                        return "not what was written";
                    }
                });
    }

    /** The bytes of a small file. */
    public byte[] bytes(String address) {
        Path path = new Path(address);
        return reading(
                () -> {
                    try (var in = on(path).open(path)) {
                        return in.readAllBytes();
                    }
                });
    }

    /**
     * Puts a file of this machine there, whole or not at all, over an older one of the same name: a
     * task that is run twice writes the same file twice.
     *
     * @param attempt sets apart who writes it at the same time
     */
    public void put(java.nio.file.Path here, String address, long attempt) {
        Path target = new Path(address);
        Path draft = new Path(target.getParent(), "." + target.getName() + "." + attempt);
        writing(
                () -> {
                    try (var out = on(draft).create(draft, true)) {
                        java.nio.file.Files.copy(here, out);
                    }
                    FileContext.getFileContext(target.toUri(), configuration.value())
                            .rename(
                                    on(draft).makeQualified(draft),
                                    on(target).makeQualified(target),
                                    Options.Rename.OVERWRITE);
                    return null;
                });
    }

    /** Writes a small file. */
    public void write(byte[] bytes, String address) {
        Path path = new Path(address);
        writing(
                () -> {
                    try (var out = on(path).create(path, true)) {
                        out.write(bytes);
                    }
                    return null;
                });
    }

    /**
     * Renames a folder in one step.
     *
     * @return false if something is there already
     */
    public boolean renameToNew(String folder, String target) {
        Path from = new Path(folder);
        Path to = new Path(target);
        return writing(
                () -> {
                    try {
                        FileContext.getFileContext(to.toUri(), configuration.value())
                                .rename(
                                        on(from).makeQualified(from),
                                        on(to).makeQualified(to),
                                        Options.Rename.NONE);
                        return true;
                    } catch (IOException refused) {
                        if (on(to).exists(to)) {
                            return false;
                        }
                        throw refused;
                    }
                });
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public void delete(String folder) {
        Path path = new Path(folder);
        writing(() -> on(path).delete(path, true));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T reading(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T writing(Work<T> work) {
        return reading(work);
    }

    private static boolean isHidden(Path path) {
        return path.getName().startsWith(".") || path.getName().startsWith("_");
    }

    private static Found found(FileStatus status) {
        return new Found(status.getPath().toString(), status.getLen());
    }

    private FileSystem on(Path path) throws IOException {
        return path.getFileSystem(configuration.value());
    }
}
