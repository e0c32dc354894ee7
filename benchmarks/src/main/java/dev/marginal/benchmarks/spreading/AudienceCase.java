package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.spark.planning.PlanRequest;
import dev.marginal.spark.planning.SparkPlanning;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Does in this JVM what {@code ./marginal-spark plan} does, several times: reads and scores an
 * audience of Parquet files, plans, writes, audits and publishes. The first time a JVM does so is
 * told apart from all later ones.
 */
public final class AudienceCase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Path folder;
    private final int partitions;
    private final SparkSession session;

    private AudienceCase(Path folder, int partitions, SparkSession session) {
        this.folder = folder;
        this.partitions = partitions;
        this.session = session;
    }

    /** Plans the campaign of a {@code folder}. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, Set.of("folder", "partitions", "repeats", "facts"));
        try (SparkSession session =
                        SparkSession.builder().config(Configured.spark()).getOrCreate();
                Fleeting aside = Fleeting.temporary("marginal-audience")) {
            AudienceCase planning =
                    new AudienceCase(
                            Path.of(options.text("folder", "")),
                            options.integer("partitions", 8),
                            session);
            Path audience = planning.divided(aside.path().resolve("audience"));
            for (int repeat = 0; repeat < options.integer("repeats", 3); repeat++) {
                planning.measure(
                        audience,
                        aside.path().resolve("store" + repeat),
                        new Steps(options.facts(), repeat == 0 ? "first " : ""));
            }
        }
    }

    /** The audience in as many files as there are partitions. */
    private Path divided(Path into) {
        session.read()
                .parquet(folder.resolve("audience.parquet").toUri().toString())
                .repartition(partitions)
                .write()
                .parquet(into.toUri().toString());
        return into;
    }

    private void measure(Path audience, Path store, Steps steps) {
        System.gc();
        PlanRequest request =
                new PlanRequest(
                        folder.resolve("campaign.yml"),
                        Optional.of(audience.toUri().toString()),
                        Optional.of(folder.resolve("models")),
                        store.toUri().toString(),
                        DAY,
                        partitions,
                        false,
                        false);
        Effort whole = new Effort();
        whole.time(() -> new SparkPlanning(session, Execution.allCores(), steps).plan(request));
        steps.end();
        whole.tell(steps.facts(), steps.prefix() + "whole");
    }
}
