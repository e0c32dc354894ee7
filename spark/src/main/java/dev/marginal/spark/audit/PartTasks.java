package dev.marginal.spark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.scenarios.audit.PartAudit;
import dev.marginal.scenarios.audit.WholeAudit;
import dev.marginal.spark.files.AudienceFiles;
import dev.marginal.spark.files.AudienceRecord;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.files.Kit;
import dev.marginal.spark.files.KitFolder;
import dev.marginal.spark.files.PartName;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Fleeting;
import dev.marginal.tables.Source;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Audits the parts of a plan by themselves, each in a task. */
final class PartTasks implements AutoCloseable {
    private static final String LOG = "log/";
    private static final List<String> TABLES =
            List.of("sends.parquet", "scores.parquet", "not_sent.parquet", "reserved.parquet");

    private final KitFolder lent;
    private final Kit kit;
    private final String folder;
    private final JavaRDD<AudienceRecord.PartLine> parts;
    private final boolean asksForValues;

    private PartTasks(
            KitFolder lent,
            Kit kit,
            String folder,
            JavaRDD<AudienceRecord.PartLine> parts,
            boolean asksForValues) {
        this.lent = lent;
        this.kit = kit;
        this.folder = folder;
        this.parts = parts;
        this.asksForValues = asksForValues;
    }

    /**
     * What came of a part.
     *
     * @param changed files of the audience that are not as they were
     */
    record Found(PartAudit.Findings findings, List<String> changed) implements Serializable {}

    /**
     * Gets ready.
     *
     * @param here has plan.json, campaign.yml and contacts.yml
     */
    static PartTasks of(SparkSession session, Disk disk, String folder, Path here, JsonNode plan) {
        KitFolder lent =
                new KitFolder(disk, "%s.%s.kit".formatted(hidden(folder), UUID.randomUUID()));
        List<Kit.Item> items = new ArrayList<>();
        for (Path file : KitFolder.filesIn(here)) {
            items.add(
                    new Kit.Item(folder + "/" + file.getFileName(), file.getFileName().toString()));
        }
        WholeAudit whole = new WholeAudit(here, new TreeMap<>());
        String contacts = plan.path("inputs").path("contacts").path("path").asText();
        if (!contacts.isEmpty()) {
            items.addAll(lent.lend(whole.tables(Path.of(contacts).getParent()).stream()));
        }
        int number = 0;
        for (JsonNode part : plan.path("inputs").path("log")) {
            items.add(new Kit.Item(part.path("path").asText(), LOG + number++));
        }
        List<AudienceRecord.PartLine> parts =
                AudienceRecord.read(disk.bytes(folder + "/" + AudienceRecord.FILE)).parts();
        return new PartTasks(
                lent,
                new Kit(lent.address(), disk, items),
                folder,
                JavaSparkContext.fromSparkContext(session.sparkContext())
                        .parallelize(parts, parts.size()),
                whole.asksForValues());
    }

    /** The values that rules go through, over all parts; nothing is read where none does. */
    SortedMap<String, TreeSet<String>> values() {
        SortedMap<String, TreeSet<String>> all = new TreeMap<>();
        if (!asksForValues) {
            return all;
        }
        Kit mine = kit;
        String from = folder;
        parts.map(part -> new TreeMap<>(at(mine, from, part, PartAudit::values)))
                .collect()
                .forEach(
                        some ->
                                some.forEach(
                                        (column, values) ->
                                                all.computeIfAbsent(column, any -> new TreeSet<>())
                                                        .addAll(values)));
        return all;
    }

    List<Found> audit(SortedMap<String, TreeSet<String>> values) {
        Kit mine = kit;
        String from = folder;
        TreeMap<String, TreeSet<String>> known = new TreeMap<>(values);
        return parts.map(part -> at(mine, from, part, one -> found(one, part, known))).collect();
    }

    /** That the audience's files are those that the plan was made from. */
    static Claim audienceAsRead(List<Found> found) {
        List<String> changed = found.stream().flatMap(one -> one.changed().stream()).toList();
        return new Claim(
                "the audience's files are those that were read",
                changed.isEmpty(),
                changed.isEmpty()
                        ? "in all %,d parts".formatted(found.size())
                        : "changed: " + String.join(", ", changed));
    }

    @Override
    public void close() {
        lent.delete();
    }

    private interface Work<T> {
        T of(PartAudit part);
    }

    private static Found found(
            PartAudit part, AudienceRecord.PartLine line, TreeMap<String, TreeSet<String>> values) {
        List<String> changed = new ArrayList<>();
        List<Path> copies = KitFolder.filesIn(part.audience().folder());
        for (int file = 0; file < copies.size(); file++) {
            if (!Fingerprint.of(copies.get(file)).equals(line.files().get(file).sha256())) {
                changed.add(line.files().get(file).address());
            }
        }
        return new Found(part.audit(values), changed);
    }

    /** Lays out the files of a part on this machine. */
    private static <T> T at(Kit kit, String folder, AudienceRecord.PartLine part, Work<T> work) {
        try (Fleeting scratch = Fleeting.temporary("marginal-audit-part-")) {
            Path plan = Files.createDirectory(scratch.path().resolve("plan"));
            Path audience = Files.createDirectory(scratch.path().resolve("audience"));
            for (String table : TABLES) {
                String address = folder + "/" + PartName.of(table, part.part());
                if (kit.disk().exists(address)) {
                    kit.disk().fetch(address, plan.resolve(table));
                }
            }
            for (String name : List.of("campaign.yml", "contacts.yml")) {
                if (Files.exists(kit.here().resolve(name))) {
                    Files.copy(kit.here().resolve(name), plan.resolve(name));
                }
            }
            new ObjectMapper().writeValue(plan.resolve("plan.json").toFile(), located(kit.here()));
            new AudienceFiles(
                            part.part(),
                            part.files().stream()
                                    .map(one -> new Disk.Found(one.address(), one.bytes()))
                                    .toList())
                    .fetch(kit.disk(), audience);
            return work.of(new PartAudit(plan, new Source.Files(audience, AudienceFiles.COPIES)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** plan.json with the files that it names where the kit has them. */
    private static JsonNode located(Path kit) throws IOException {
        JsonNode plan = new ObjectMapper().readTree(kit.resolve("plan.json").toFile());
        JsonNode contacts = plan.path("inputs").path("contacts");
        if (contacts.isObject()) {
            Path original = Path.of(contacts.path("path").asText());
            ((ObjectNode) contacts).put("path", kit.resolve(KitFolder.inKit(original)).toString());
        }
        int number = 0;
        for (JsonNode part : plan.path("inputs").path("log")) {
            ((ObjectNode) part).put("path", kit.resolve(LOG + number++).toString());
        }
        return plan;
    }

    private static String hidden(String folder) {
        int slash = folder.lastIndexOf('/');
        return folder.substring(0, slash + 1) + "." + folder.substring(slash + 1);
    }
}
