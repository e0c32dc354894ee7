package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A folder like a plan's, which knows whether it is whole. */
final class WholePlan {
    private static final String MANIFEST = "manifest";
    private static final int FILES = 8;
    private static final int MOST_BYTES = 60_000;

    private WholePlan() {}

    /** Writes files of random sizes and, last, their hashes. */
    static void write(Path folder, long seed) {
        try {
            Random random = new Random(seed);
            StringBuilder manifest = new StringBuilder("seed " + seed + "\n");
            Files.createDirectory(folder.resolve("model"));
            for (int i = 0; i < FILES; i++) {
                Path file = folder.resolve((i % 2 == 0 ? "model/" : "") + "file" + i);
                byte[] bytes = new byte[random.nextInt(MOST_BYTES)];
                random.nextBytes(bytes);
                Files.write(file, bytes);
                manifest.append(folder.relativize(file) + " " + Fingerprint.of(file) + "\n");
            }
            Files.writeString(folder.resolve(MANIFEST), manifest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The seed of a folder's files, all of which must be there, and no other. */
    static long requireWhole(Path folder) {
        try {
            List<String> manifest = Files.readAllLines(folder.resolve(MANIFEST));
            for (String line : manifest.subList(1, manifest.size())) {
                String[] parts = line.split(" ");
                assertThat(Fingerprint.of(folder.resolve(parts[0])))
                        .as(parts[0])
                        .isEqualTo(parts[1]);
            }
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(manifest.size());
            }
            return Long.parseLong(manifest.get(0).substring("seed ".length()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
