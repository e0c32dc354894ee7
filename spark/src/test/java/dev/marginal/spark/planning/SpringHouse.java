package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.daily.DaySettings;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.spark.LocalSpark;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A planted campaign with contact caps, a holdout and rules of every kind, and another beside it;
 * their audience stands in sixteen files. Planned on one machine and on Spark; the model is fitted
 * once.
 */
final class SpringHouse {
    /** The first day that is planned. */
    static final LocalDate FIRST = LocalDate.parse("2026-11-16");

    /** How many there are. */
    static final int CUSTOMERS = 1_000;

    private static StoredModel known;

    private final Path folder;
    private final StoredModel model;

    /** Writes all files into a folder, and fits. */
    SpringHouse(Path folder) throws IOException {
        this.folder = folder.resolve("a house");
        PlantedFiles.write(
                new PlantedCampaign(
                        PlantedWorld.randomised(3).withRegions().withMissing(0.05),
                        2000,
                        CUSTOMERS),
                "spring",
                this.folder);
        SpringTables.write(this.folder, CUSTOMERS);
        Files.writeString(this.folder.resolve("contacts.yml"), CONTACTS);
        Files.writeString(path(), CAMPAIGN);
        Files.writeString(
                autumn(),
                CAMPAIGN.replace("campaign: spring", "campaign: autumn")
                        .replace("budget: 360.00", "budget: 60.00"));
        this.model = fitted(CampaignFileReader.read(path()));
        new ModelFolder(model()).write(model);
    }

    private static synchronized StoredModel fitted(CampaignFile file) {
        if (known == null) {
            known = job().fit(file, CUSTOMERS);
        }
        return known;
    }

    private static final String CONTACTS =
            """
            time_zone: Asia/Singapore
            customers: {file: people.csv, customer: customer_id, time_zone: tz, consent: {coupon: coupon_ok}}
            suppressed: [{file: suppressed.csv, customer: customer_id}]
            holdout: {share: 0.05, salt: house-2026}
            caps:
              - {cap: weekly, channel: any, at_most: 2, per: 7 days}
              - {cap: push_daily, channel: push, at_most: 1, per: day, zone: customer}
              - {cap: coupon_gap, channel: coupon, gap: 40 hours}
            send_times: {coupon: "09:00", push: {at: "18:00", zone: campaign}}
            quiet_hours: [{channels: [push], from: "21:00", until: "08:00", then: wait}]
            expires_after: 20 hours
            """;

    private static final String CAMPAIGN =
            """
            campaign: spring
            currency: USD
            time_zone: Asia/Singapore
            contacts: contacts.yml
            learner: x
            history: {file: history.csv.gz, customer: customer_id, treatment: arm, control: none, gmv: gmv}
            audience: {file: audience/*.parquet, customer: customer_id, ignore: [minutes]}
            offers:
              - {offer: push,      treatment: push,      channel: push,   cost_per_send: 0.01, amounts: {minutes: 0}}
              - {offer: coupon_5,  treatment: coupon_5,  channel: coupon, cost_per_send: 0.01, cost_per_order: 5.00, amounts: {minutes: minutes}}
              - {offer: coupon_10, treatment: coupon_10, channel: coupon, cost_per_send: 0.01, cost_per_order: 10.00, amounts: {minutes: minutes}}
            objective: gmv
            budget: 360.00
            flight: {from: 2026-11-16, until: 2026-11-17}
            target_gap: 0.02
            time_limit: 30 s
            holdout: {share: 0.05, salt: spring}
            rules:
              - {rule: contact_limit,  channel: any, at_most: 2}
              - {rule: contact_limit,  channel: coupon, at_most: 1}
              - {rule: channel_cap,    channel: push, max_sends: 350}
              - {rule: segment_budget, by: region, max_spend: 80}
              - {rule: minimum_reach,  where: "tenure >= 0.5 and region <> 'north'", min_sends: 30, channel: coupon}
              - {rule: minimum_reach,  channel: push, min_sends: 120}
              - {rule: amount_cap,     amount: minutes, at_most: 450}
            """;

    /** Where all files stand. */
    Path folder() {
        return folder;
    }

    /** The campaign file. */
    Path path() {
        return folder.resolve("campaign.yml");
    }

    /** That of the other campaign. */
    Path autumn() {
        return folder.resolve("autumn.yml");
    }

    /** The model's folder. */
    Path model() {
        return folder.resolve("model");
    }

    /** The same campaign with a text in the place of another, in a file beside it. */
    Path changed(String text, String instead) {
        try {
            String old = Files.readString(path());
            if (!old.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            Path changed = folder.resolve("changed-%d.yml".formatted(instead.hashCode()));
            return Files.writeString(changed, old.replace(text, instead));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One machine, with a store of its own. */
    DayPlanner here(String name) {
        Path store = folder.resolve(name);
        return new DayPlanner(
                store, (file, date, supersede) -> planHere(file, date, supersede, store));
    }

    /** Spark, with a store of its own. */
    DayPlanner onSpark(int parts, String name) {
        Path store = folder.resolve(name);
        return new DayPlanner(
                store, (file, date, supersede) -> planThere(file, date, supersede, parts, store));
    }

    private Path planHere(Path campaign, LocalDate date, boolean supersede, Path store) {
        DailyPlanning planning =
                new DailyPlanning(new DuckDbReader(), new Execution(2), Progress.SILENT);
        DaySettings settings =
                new DaySettings(
                        PlanKind.LIVE, false, supersede, Map.of("spring", model, "autumn", model));
        PlanStore stored = DirectoryStore.at(store, Lease.usual(Clock.systemUTC()));
        return planning.plan(List.of(CampaignFileReader.read(campaign)), date, stored, settings)
                .get(0)
                .folder();
    }

    private Path planThere(
            Path campaign, LocalDate date, boolean supersede, int parts, Path store) {
        PlanRequest request =
                new PlanRequest(
                        campaign,
                        Optional.empty(),
                        Optional.of(model()),
                        "file://" + store,
                        date,
                        parts,
                        supersede,
                        false);
        PublishedPlan plan =
                new SparkPlanning(LocalSpark.session(), new Execution(2), Progress.SILENT)
                        .plan(request);
        return Path.of(new org.apache.hadoop.fs.Path(plan.folder()).toUri().getPath());
    }

    private static PlanningJob job() {
        return new PlanningJob(new DuckDbReader(), new Execution(2), Progress.SILENT);
    }
}
