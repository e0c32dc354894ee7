package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.PartOfDay;
import dev.marginal.scenarios.daily.PartTold;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.spark.files.AudienceFiles;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.files.Kit;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Fleeting;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Reads, scores and values a part of an audience in a task, by the code of one machine. What a JVM
 * has read it keeps as long as there is room; whoever asks elsewhere, or later, reads again.
 *
 * @param campaignFile its path in the kit
 * @param plans those of which the kit tells
 */
record PartReader(Kit kit, String campaignFile, LocalDate date, List<StoredPlan> plans)
        implements Serializable {
    /** Where the model stands in the kit. */
    static final String MODEL = "model";

    /** Partitions are the threads. */
    private static final Execution ALONE = new Execution(1);

    private static final ConcurrentMap<String, StoredModel> MODELS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, SoftReference<Read>> KNOWN =
            new ConcurrentHashMap<>();

    PartReader {
        plans = List.copyOf(plans);
    }

    /**
     * A part that was read.
     *
     * @param told what it says of itself
     * @param hashes of its files, in their order
     */
    record Read(PartOfDay part, PartTold told, List<String> hashes) {}

    /**
     * A part, read now or before.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the part
     */
    Read read(AudienceFiles files) {
        String key = kit.run() + "/" + files.number();
        SoftReference<Read> known = KNOWN.get(key);
        Read read = known == null ? null : known.get();
        if (read == null) {
            read = readAnew(files);
            KNOWN.put(key, new SoftReference<>(read));
        }
        return read;
    }

    /** Lets go of all that this JVM knows of a run. */
    void forget() {
        KNOWN.keySet().removeIf(key -> key.startsWith(kit.run() + "/"));
        MODELS.remove(kit.run());
    }

    private Read readAnew(AudienceFiles files) {
        try (Fleeting scratch = Fleeting.temporary("marginal-part-")) {
            files.fetch(kit.disk(), scratch.path());
            CampaignFile file = CampaignFileReader.read(kit.here().resolve(campaignFile)).on(date);
            CampaignFile part =
                    file.with(
                            new CampaignFile.AudienceColumns(
                                    new Source.Files(scratch.path(), AudienceFiles.COPIES),
                                    file.audience().customer(),
                                    file.audience().ignore()));
            PlanningJob job = new PlanningJob(new DuckDbReader(), ALONE, Progress.SILENT);
            Valued valued = job.valuePart(part, model());
            PartOfDay read = PartOfDay.of(valued, date, past(), job.reader(), ALONE);
            return new Read(read, read.told(), hashes(scratch.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    StoredModel model() {
        return MODELS.computeIfAbsent(
                kit.run(), any -> new ModelFolder(kit.here().resolve(MODEL)).read(ALONE));
    }

    PastFolders past() {
        return new PastFolders(kit.here().resolve(Store.IN_KIT), plans);
    }

    Disk disk() {
        return kit.disk();
    }

    private static List<String> hashes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> hashes = new ArrayList<>();
            files.sorted().map(Fingerprint::of).forEach(hashes::add);
            return hashes;
        }
    }
}
