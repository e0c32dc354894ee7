package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** That the folder holds the very files that were written. */
record FileClaims(Path folder, JsonNode plan) {
    void addTo(List<Claim> claims) {
        SortedMap<String, String> written = new TreeMap<>();
        plan.path("files")
                .properties()
                .forEach(file -> written.put(file.getKey(), file.getValue().asText()));
        written.put(
                "campaign.yml", plan.path("inputs").path("campaign_file").path("sha256").asText());
        SortedMap<String, String> found = hashes();
        Set<String> changed = new TreeSet<>(written.keySet());
        changed.addAll(found.keySet());
        changed.removeIf(file -> Objects.equals(written.get(file), found.get(file)));
        claims.add(
                new Claim(
                        "every file is as it was written, and no other is there",
                        changed.isEmpty(),
                        changed.isEmpty()
                                ? found.size() + " files"
                                : "not so: " + String.join(", ", changed)));
    }

    /** Of every file but plan.json, which holds them. */
    private SortedMap<String, String> hashes() {
        try (Stream<Path> files = Files.walk(folder)) {
            SortedMap<String, String> hashes = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    hashes.put(
                                            folder.relativize(file).toString().replace('\\', '/'),
                                            Fingerprint.of(file)));
            hashes.remove("plan.json");
            return hashes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
