package dev.marginal.spark.planning;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.daily.PartOfDay;
import dev.marginal.scenarios.daily.WholeDay;
import dev.marginal.scenarios.planfolder.PartFiles;
import dev.marginal.scenarios.planfolder.PartTotals;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.ForecastPart;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.spark.PartSends;
import dev.marginal.spark.files.AudienceFiles;
import dev.marginal.spark.files.PartName;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;

/**
 * Writes in a task what a plan says of a part's customers.
 *
 * @param staging the folder of the plan in the making
 */
record PartWriter(PartReader reader, WholeDay whole, Figures figures, String staging)
        implements Serializable {
    /**
     * What came of a part.
     *
     * @param files the hashes of its files, by their paths in the plan's folder
     */
    record Written(SortedMap<String, String> files, PartTotals totals, ForecastPart forecast)
            implements Serializable {}

    Written write(PartSends<AudienceFiles> sends) {
        PartOfDay part = reader.read(sends.part().kept()).part();
        OfferBook book = sends.part().book();
        Valued valued = part.valued();
        CampaignPlan plan = new CampaignPlan(valued.scores(), book, figures.with(sends.sets()));
        Day day = part.day(whole);
        try (Fleeting scratch = Fleeting.temporary("marginal-plan-")) {
            PartTotals totals = new PartFiles(valued, plan, day).write(scratch.path());
            return new Written(
                    put(scratch.path(), sends.number()),
                    totals,
                    ForecastPart.of(valued, plan, day.rules()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each file becomes a part of the folder of its name. */
    private SortedMap<String, String> put(Path scratch, int number) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.sorted().toList()) {
                String path = PartName.of(file.getFileName().toString(), number);
                reader.disk().put(file, staging + "/" + path, TaskContext.get().taskAttemptId());
                hashes.put(path, Fingerprint.of(file));
            }
        }
        return hashes;
    }
}
