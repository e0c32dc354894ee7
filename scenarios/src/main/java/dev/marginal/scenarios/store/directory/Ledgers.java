package dev.marginal.scenarios.store.directory;

import dev.marginal.scenarios.store.PlanKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ledgers of a store, one folder of {@link Versions} for each key. */
final class Ledgers {
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{4}-\\d\\d-\\d\\d)");

    private final Path folder;

    Ledgers(Path store) {
        this.folder = store.resolve(".ledger");
    }

    /** Where a key's ledger is. */
    Path folder(PlanKey key) {
        return folder.resolve(key.name());
    }

    Ledger latest(PlanKey key) throws IOException {
        Versions versions = versions(key);
        long version = versions.latest();
        Optional<byte[]> text = versions.read(version);
        return text.isEmpty()
                ? new Ledger(key, 0, List.of())
                : LedgerText.read(text.get(), version);
    }

    /** Whether {@code next} is now the ledger of its key; false if another came first. */
    boolean offer(Ledger next) throws IOException {
        return versions(next.key()).offer(next.version(), LedgerText.write(next));
    }

    Versions versions(PlanKey key) {
        return new Versions(folder(key));
    }

    /** The keys that anybody ever attempted. */
    List<PlanKey> keys() throws IOException {
        List<PlanKey> keys = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path each : folders.toList()) {
                Matcher name = NAME.matcher(each.getFileName().toString());
                if (name.matches()) {
                    keys.add(new PlanKey(name.group(1), LocalDate.parse(name.group(2))));
                }
            }
        }
        return keys;
    }
}
