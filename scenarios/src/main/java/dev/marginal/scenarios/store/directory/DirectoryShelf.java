package dev.marginal.scenarios.store.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.contacts.SendLog.LogFile;
import dev.marginal.scenarios.store.sendlog.LogShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a log in a directory, each named by the hash of the CSV it came from. Which of them
 * count, the entries in {@code entries} say, one for each import ({@link Versions}); a file without
 * an entry is of an import that was killed, and is overwritten by the next one of the same CSV.
 */
final class DirectoryShelf implements LogShelf {
    private static final String ENDING = ".parquet";
    private static final Pattern DRAFT = Pattern.compile("([0-9a-f]+)-(\\d+)-(\\d+)-.*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path store;
    private final Path folder;
    private final Path drafts;
    private final Versions entries;

    DirectoryShelf(Path store) {
        this.store = store;
        this.folder = store.resolve(".log");
        this.drafts = folder.resolve("drafts");
        this.entries = new Versions(folder.resolve("entries"));
    }

    private record Entry(String sha256, long rows, String completeThrough) {}

    @Override
    public List<LogFile> files() {
        return Disk.reading(store, () -> List.copyOf(kept(entries.latest()).values()));
    }

    @Override
    public Path draft() {
        return Disk.writing(
                store,
                () -> {
                    Durable.createFolders(drafts);
                    sweep();
                    Holder here = Holder.here();
                    return drafts.resolve(
                            "%s-%d-%d-%s%s"
                                    .formatted(
                                            machine(here),
                                            here.process(),
                                            here.started(),
                                            UUID.randomUUID(),
                                            ENDING));
                });
    }

    @Override
    public boolean keep(LogFile draft) {
        return Disk.writing(store, () -> kept(draft));
    }

    private boolean kept(LogFile draft) throws IOException {
        while (true) {
            long version = entries.latest();
            LogFile known = kept(version).get(draft.sha256());
            if (known != null && !draft.completeThrough().isAfter(known.completeThrough())) {
                return false;
            }
            if (known == null && Files.exists(draft.file())) {
                Files.move(draft.file(), file(draft.sha256()), StandardCopyOption.ATOMIC_MOVE);
                Durable.force(folder);
            }
            if (entries.offer(version + 1, bytes(draft))) {
                return known == null;
            }
        }
    }

    private Map<String, LogFile> kept(long latest) throws IOException {
        Map<String, LogFile> files = new LinkedHashMap<>();
        for (long version = 1; version <= latest; version++) {
            Entry entry = JSON.readValue(entries.read(version).orElseThrow(), Entry.class);
            files.put(
                    entry.sha256(),
                    new LogFile(
                            file(entry.sha256()),
                            entry.sha256(),
                            entry.rows(),
                            Instant.parse(entry.completeThrough())));
        }
        return files;
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ENDING);
    }

    private static byte[] bytes(LogFile file) throws IOException {
        return JSON.writeValueAsBytes(
                new Entry(file.sha256(), file.rows(), file.completeThrough().toString()));
    }

    /** Deletes what killed imports left. */
    private void sweep() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(drafts)) {
            files = new ArrayList<>(all.toList());
        }
        for (Path file : files) {
            Matcher name = DRAFT.matcher(file.getFileName().toString());
            if (name.matches() && isAbandoned(name)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isAbandoned(Matcher name) {
        Holder here = Holder.here();
        Holder writer =
                new Holder(
                        here.host(),
                        here.machine(),
                        Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(3)));
        return name.group(1).equals(machine(here)) && writer.isGone();
    }

    private static String machine(Holder holder) {
        return Integer.toHexString(holder.machine().hashCode());
    }
}
