package dev.marginal.spark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.spark.files.Disk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** That a folder holds the very files that were written; they are hashed by tasks. */
record FilesAsWritten(SparkSession session, Disk disk, String folder) {
    private static final int FILES_A_TASK = 8;

    Claim claim(JsonNode plan) {
        SortedMap<String, String> written = new TreeMap<>();
        plan.path("files")
                .properties()
                .forEach(file -> written.put(file.getKey(), file.getValue().asText()));
        SortedMap<String, String> found = hashes();
        Set<String> changed = new TreeSet<>(written.keySet());
        changed.addAll(found.keySet());
        changed.removeIf(file -> Objects.equals(written.get(file), found.get(file)));
        return new Claim(
                "every file is as it was written, and no other is there",
                changed.isEmpty(),
                changed.isEmpty()
                        ? "%,d files".formatted(found.size())
                        : "not so: " + String.join(", ", changed));
    }

    private SortedMap<String, String> hashes() {
        List<String> files = new ArrayList<>();
        for (Disk.Found file : disk.filesIn(folder)) {
            String path = file.address().substring(folder.length() + 1);
            if (!path.equals("plan.json") && !file.name().endsWith(".crc")) {
                files.add(path);
            }
        }
        Disk there = disk;
        String from = folder;
        Map<String, String> hashes =
                JavaSparkContext.fromSparkContext(session.sparkContext())
                        .parallelize(files, 1 + files.size() / FILES_A_TASK)
                        .mapToPair(
                                path ->
                                        new scala.Tuple2<>(
                                                path, there.fingerprint(from + "/" + path)))
                        .collectAsMap();
        return new TreeMap<>(hashes);
    }
}
