package dev.marginal.app.cli;

import dev.marginal.scenarios.store.local.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What killed processes left in the folder of temporary files. DuckDB, XGBoost and OR-Tools unpack
 * 150 MB of native code for each process, which goes with it unless it is killed: jobs that are
 * killed at times would fill the disk.
 *
 * <p>Native code is loaded in the moment it is unpacked, and a loaded file can go; so what is older
 * than two minutes is in nobody's way, whoever unpacked it. A folder to spill to may be in use for
 * longer: it goes after an hour, if its process is gone.
 *
 * @param folder of temporary files
 */
record Debris(Path folder, Clock clock) {
    private static final Pattern CODE =
            Pattern.compile("libduckdb_java\\d+\\.so.*|libxgboost4j\\d+\\..*|ortools-java\\d+");
    private static final Pattern SPILL = Pattern.compile("marginal-duckdb-(\\d+)-\\d+");
    private static final Duration LOADED = Duration.ofMinutes(2);
    private static final Duration SPILT = Duration.ofHours(1);

    static Debris ofThisMachine() {
        return new Debris(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    }

    /** Deletes what is this user's; what cannot be deleted stays. */
    void sweep() {
        for (Path path : inFolder()) {
            try {
                if (isDebris(path) && isOurs(path)) {
                    Durable.delete(path);
                }
            } catch (IOException | UncheckedIOException | UnsupportedOperationException inUse) {
                continue;
            }
        }
    }

    private boolean isDebris(Path path) throws IOException {
        String name = path.getFileName().toString();
        Instant changed = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        Duration age = Duration.between(changed, clock.instant());
        Matcher spill = SPILL.matcher(name);
        return CODE.matcher(name).matches() && age.compareTo(LOADED) > 0
                || spill.matches()
                        && age.compareTo(SPILT) > 0
                        && ProcessHandle.of(Long.parseLong(spill.group(1))).isEmpty();
    }

    private static boolean isOurs(Path path) throws IOException {
        FileOwnerAttributeView view =
                Files.getFileAttributeView(
                        path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view.getOwner().getName().equals(System.getProperty("user.name"));
    }

    private List<Path> inFolder() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
