package dev.marginal.app.cli;

import dev.marginal.app.job.DailyWork;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a night's plans are made, and where they go. */
final class NightWork {
    @Option(
            names = "--assume-planned-sent",
            description =
                    "Plan although the log does not tell what became of earlier plans: what they planned counts as sent.")
    private boolean assumePlannedSent;

    @Option(
            names = "--supersede",
            description = "Take the place of plans that were made from other inputs.")
    private boolean supersede;

    @Mixin private StoreOption store;
    @Mixin private ModelsOption models;
    @Mixin private Threads threads;

    StoreOption store() {
        return store;
    }

    DailyWork into(PlanStore store, List<CampaignFile> files, Progress progress) {
        Execution execution = threads.execution();
        return new DailyWork(
                new DailyPlanning(new DuckDbReader(), execution, progress),
                store,
                new DaySettings(
                        PlanKind.LIVE, assumePlannedSent, supersede, models.read(files, execution)),
                files);
    }
}
