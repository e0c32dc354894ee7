package dev.marginal.tables;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A folder in the making, beside the one it will become and hidden until then; gone again unless it
 * is published.
 *
 * <p>Its name holds the process's number. What a killed process left behind is swept away by the
 * next run that finds that process gone.
 */
public final class PartialFolder implements AutoCloseable {
    private static final String ENDING = ".partial";

    private final Fleeting folder;

    private PartialFolder(Path path) {
        this.folder = new Fleeting(path);
    }

    /**
     * An empty one.
     *
     * @param target what it will become
     * @throws IOException if there is no room for it, say
     */
    public static PartialFolder beside(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("it is no place for a folder");
        }
        Files.createDirectories(parent);
        sweep(parent, "." + target.getFileName() + ".");
        String name =
                ".%s.%d%s".formatted(target.getFileName(), ProcessHandle.current().pid(), ENDING);
        return new PartialFolder(Files.createDirectory(parent.resolve(name)));
    }

    public Path path() {
        return folder.path();
    }

    /**
     * Makes every byte durable, then renames. What is already there is never replaced, also when
     * another process puts it there at this very moment; but an empty folder is.
     *
     * @return whether this folder is now the target; false if something else was there
     */
    public boolean publishAs(Path target) throws IOException {
        for (Path file : Fleeting.deepestFirst(path())) {
            force(file);
        }
        try {
            folder.moveTo(target);
        } catch (FileSystemException refused) {
            if (Files.exists(target)) {
                return false;
            }
            throw refused;
        }
        force(target.getParent());
        return true;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static void sweep(Path parent, String prefix) throws IOException {
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                String name = sibling.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(ENDING) && isAbandoned(name, prefix)) {
                    Fleeting.delete(sibling);
                }
            }
        }
    }

    private static boolean isAbandoned(String name, String prefix) {
        String process = name.substring(prefix.length(), name.length() - ENDING.length());
        return process.matches("\\d{1,18}")
                && (ProcessHandle.of(Long.parseLong(process)).isEmpty()
                        || Long.parseLong(process) == ProcessHandle.current().pid());
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
