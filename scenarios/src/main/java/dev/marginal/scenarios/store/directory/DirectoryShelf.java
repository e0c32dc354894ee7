package dev.marginal.scenarios.store.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.contacts.SendLog.LogFile;
import dev.marginal.scenarios.store.local.Drafts;
import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.scenarios.store.sendlog.LogShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a log in a directory, each named by the hash of the CSV it came from. Which of them
 * count, the entries in {@code entries} say, one for each import ({@link Versions}); a file without
 * an entry is of an import that was killed, and is overwritten by the next one of the same CSV.
 */
final class DirectoryShelf implements LogShelf {
    private static final String ENDING = ".parquet";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path store;
    private final Path folder;
    private final Drafts drafts;
    private final Versions entries;

    DirectoryShelf(Path store) {
        this.store = store;
        this.folder = store.resolve(".log");
        this.drafts = new Drafts(folder.resolve("drafts"));
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
                    entries.sweep();
                    return drafts.next(ENDING);
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
                Durable.force(draft.file());
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
}
