package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedHouse;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A planted house and its store. Every house is the same: its model is fitted once for all. */
final class TwoCampaigns {
    static final LocalDate FIRST = LocalDate.parse("2026-11-16");

    private static final Map<String, StoredModel> MODELS = new ConcurrentHashMap<>();

    private final Path folder;

    TwoCampaigns(Path folder) {
        this.folder = folder;
        new PlantedHouse(
                        new PlantedCampaign(PlantedWorld.randomised(3).withRegions(), 3000, 500),
                        3,
                        FIRST)
                .write(folder);
        for (String campaign : List.of("vouchers", "news")) {
            settleForLess(folder.resolve(campaign + ".yml"));
        }
        StoredModel model = MODELS.computeIfAbsent("vouchers", name -> job().fit(file(name)));
        MODELS.put("news", model);
    }

    /** No claim of days rests on the proof of the last thousandth of their value. */
    private static void settleForLess(Path file) {
        try {
            String text = Files.readString(file);
            Files.writeString(file, text.replace("learner: x\n", "learner: x\ntarget_gap: 1e-3\n"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    PlanStore store(String name) {
        return DirectoryStore.at(folder.resolve(name), Lease.usual(Clock.systemUTC()));
    }

    CampaignFile file(String campaign) {
        return CampaignFileReader.read(folder.resolve(campaign + ".yml"));
    }

    /** The campaign file with a text in the place of another, under another name. */
    CampaignFile changed(String campaign, String text, String instead) throws IOException {
        String old = Files.readString(folder.resolve(campaign + ".yml"));
        if (!old.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        Path changed = folder.resolve(campaign + "-changed.yml");
        Files.writeString(changed, old.replace(text, instead));
        return CampaignFileReader.read(changed);
    }

    List<DayPlan> plan(PlanStore store, LocalDate date, CampaignFile... files) {
        return plan(store, date, usual(), files);
    }

    List<DayPlan> plan(PlanStore store, LocalDate date, DaySettings how, CampaignFile... files) {
        return plan(store, date, how, step -> {}, files);
    }

    /** Plans, with something happening at every step. */
    List<DayPlan> plan(
            PlanStore store,
            LocalDate date,
            DaySettings how,
            Progress happening,
            CampaignFile... files) {
        DailyPlanning planning = new DailyPlanning(new DuckDbReader(), new Execution(2), happening);
        return planning.plan(Arrays.asList(files), date, store, how);
    }

    DaySettings usual() {
        return new DaySettings(PlanKind.LIVE, false, false, MODELS);
    }

    DaySettings assuming() {
        return new DaySettings(PlanKind.LIVE, true, false, MODELS);
    }

    DaySettings superseding() {
        return new DaySettings(PlanKind.LIVE, false, true, MODELS);
    }

    DaySettings backfill() {
        return new DaySettings(PlanKind.BACKFILL, true, false, MODELS);
    }

    /** Tells the log what became of planned sends, all in time, and that it knows everything. */
    void log(PlanStore store, LocalDate complete, List<DayPlan> plans, String status)
            throws IOException {
        Path file = folder.resolve("sends-%s.csv".formatted(complete));
        String all =
                plans.stream()
                        .map(plan -> "select * from read_parquet('%s')".formatted(sends(plan)))
                        .reduce((one, two) -> one + " union all " + two)
                        .orElseThrow();
        try (Database database = Database.over(folder)) {
            database.run(
                    "copy (select customer, channel, send_at as sent_at, '%s' as status, decision_id from (%s)) to '%s' (header)"
                            .formatted(status, all, file));
        }
        store.log().add(file, Optional.of(Instant.parse(complete.plusDays(1) + "T12:00:00Z")));
    }

    /** What SQL finds in the sends of plans, as {@code sends}. */
    long count(List<DayPlan> plans, String query) {
        String all =
                plans.stream()
                        .map(
                                plan ->
                                        "select '%s' as campaign, * from read_parquet('%s')"
                                                .formatted(
                                                        plan.record().key().campaign(),
                                                        sends(plan)))
                        .reduce((one, two) -> one + " union all " + two)
                        .orElseThrow();
        try (Database database = Database.over(folder)) {
            Object answer =
                    database.rows("with sends as (%s) select (%s) as answer".formatted(all, query))
                            .get(0)
                            .get("answer");
            return ((Number) answer).longValue();
        }
    }

    static Path sends(DayPlan plan) {
        return plan.folder().resolve("sends.parquet");
    }

    private static PlanningJob job() {
        return new PlanningJob(new DuckDbReader(), new Execution(2), step -> {});
    }
}
