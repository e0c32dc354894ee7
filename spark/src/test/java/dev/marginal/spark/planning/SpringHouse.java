package dev.marginal.spark.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.marginal.tables.duckdb.Database;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A planted campaign with contact caps, a holdout and rules of every kind, whose audience stands in
 * sixteen files; planned on one machine and on Spark. Its model is fitted once.
 */
public final class SpringHouse {
    /** The first day that is planned. */
    public static final LocalDate FIRST = LocalDate.parse("2026-11-16");

    private static final int FILES = 16;
    private static final int CUSTOMERS = 1_000;

    private static StoredModel known;

    private final Path folder;
    private final StoredModel model;

    /** Writes all files into a folder, and fits. */
    public SpringHouse(Path folder) throws IOException {
        this.folder = folder.resolve("house");
        PlantedFiles.write(
                new PlantedCampaign(
                        PlantedWorld.randomised(3).withRegions().withMissing(0.05),
                        2000,
                        CUSTOMERS),
                "spring",
                this.folder);
        writeAudience();
        Files.writeString(this.folder.resolve("contacts.yml"), CONTACTS);
        Files.writeString(this.folder.resolve("campaign.yml"), CAMPAIGN);
        this.model = fitted(file());
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
            budget: 250.00
            target_gap: 0.02
            time_limit: 30 s
            holdout: {share: 0.05, salt: spring}
            rules:
              - {rule: contact_limit,  channel: any, at_most: 2}
              - {rule: contact_limit,  channel: coupon, at_most: 1}
              - {rule: channel_cap,    channel: push, max_sends: 350}
              - {rule: segment_budget, by: region, max_spend: 80}
              - {rule: minimum_reach,  where: "tenure >= 0.5 and region <> 'north'", min_sends: 30, channel: coupon}
              - {rule: amount_cap,     amount: minutes, at_most: 450}
            """;

    private void writeAudience() throws IOException {
        Files.createDirectory(folder.resolve("audience"));
        try (Database database = Database.over(folder)) {
            database.run(
                    "create table audience as select * replace (if(row_number() over () %% 53 = 7, null, region) as region), (row_number() over () %% 7)::double as minutes, row_number() over () - 1 as place from read_csv('%s', nullstr = '')"
                            .formatted(folder.resolve("audience.csv")));
            for (int file = 0; file < FILES; file++) {
                database.run(
                        "copy (select * exclude place from audience where place %s order by place) to '%s' (format parquet)"
                                .formatted(
                                        "between %d and %d"
                                                .formatted(
                                                        CUSTOMERS * file / FILES,
                                                        CUSTOMERS * (file + 1) / FILES - 1),
                                        folder.resolve(
                                                "audience/part-%02d.parquet".formatted(file))));
            }
            database.run(
                    """
                    copy (select customer_id,
                            case place %% 4 when 0 then 'America/New_York' when 1 then 'Asia/Singapore' when 2 then 'Europe/Berlin' end as tz,
                            if(place %% 10 = 3, 'no', 'yes') as coupon_ok
                        from audience where place %% 31 <> 5 order by place)
                    to '%s' (header)"""
                            .formatted(folder.resolve("people.csv"))
                            .replace("%%", "%"));
            database.run(
                    "copy (select customer_id from audience where place % 97 = 11) to '"
                            + folder.resolve("suppressed.csv")
                            + "' (header)");
        }
    }

    /** The campaign file. */
    public Path path() {
        return folder.resolve("campaign.yml");
    }

    /** The model's folder. */
    public Path model() {
        return folder.resolve("model");
    }

    CampaignFile file() {
        return CampaignFileReader.read(path());
    }

    /** The same campaign with a text in the place of another, in a file beside it. */
    public Path changed(String text, String instead) throws IOException {
        String old = Files.readString(path());
        if (!old.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        Path changed = folder.resolve("changed-%d.yml".formatted(instead.hashCode()));
        Files.writeString(changed, old.replace(text, instead));
        return changed;
    }

    /** The plan of one machine, in its store. */
    Path planHere(LocalDate date) {
        DailyPlanning planning =
                new DailyPlanning(new DuckDbReader(), new Execution(2), Progress.SILENT);
        DaySettings settings =
                new DaySettings(PlanKind.LIVE, false, false, Map.of("spring", model));
        return planning.plan(List.of(file()), date, here(), settings).get(0).folder();
    }

    /** Tells one machine's log that two thirds of a plan's sends went out, and copies the log. */
    void log(Path plan, LocalDate complete, String store) throws IOException {
        Path csv = folder.resolve("log.csv");
        try (Database database = Database.over(folder)) {
            database.run(
                    "copy (select customer, channel, send_at as sent_at, 'delivered' as status, decision_id from read_parquet('%s') where hash(customer) %% 3 > 0) to '%s' (header)"
                            .formatted(plan.resolve("sends.parquet/*.parquet"), csv));
        }
        here().log().add(csv, Optional.of(Instant.parse(complete.plusDays(1) + "T12:00:00Z")));
        Path log = folder.resolve("here/.log");
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = there(store).resolve(".log").resolve(log.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Plans on Spark. */
    public PublishedPlan planThere(Path campaign, LocalDate date, int partitions, String store) {
        return new SparkPlanning(LocalSpark.session(), new Execution(2), Progress.SILENT)
                .plan(request(campaign, date, partitions, store));
    }

    /** What to plan. */
    public PlanRequest request(Path campaign, LocalDate date, int partitions, String store) {
        return new PlanRequest(
                campaign,
                Optional.empty(),
                Optional.of(model()),
                "file://" + there(store),
                date,
                partitions,
                false);
    }

    /** Whether it is a file that a plan or a store knows, not a checksum that Hadoop keeps. */
    public static boolean isOfPlan(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".crc");
    }

    /** A store on Spark's side. */
    public Path there(String store) {
        return folder.resolve(store);
    }

    /** Rows of a plan's table, in the order of its files. */
    static List<Map<String, Object>> rows(Path plan, String table, String columns) {
        Path files = plan.resolve(table + ".parquet");
        String scan =
                Files.isDirectory(files)
                        ? "read_parquet('%s/*.parquet', filename = true, file_row_number = true) order by filename, file_row_number"
                                .formatted(files)
                        : "read_parquet('%s', file_row_number = true) order by file_row_number"
                                .formatted(files);
        return ask(plan, "select %s from %s".formatted(columns, scan));
    }

    static List<Map<String, Object>> ask(Path folder, String sql) {
        try (Database database = Database.over(folder)) {
            return database.rows(sql);
        }
    }

    /** plan.json without what only one of the two can tell. */
    static Map<String, JsonNode> told(Path plan) throws IOException {
        JsonNode json = new ObjectMapper().readTree(plan.resolve("plan.json").toFile());
        return json.properties().stream()
                .filter(
                        key ->
                                !List.of(
                                                "neighbours",
                                                "drift",
                                                "forecast",
                                                "inputs",
                                                "spread",
                                                "files")
                                        .contains(key.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private PlanStore here() {
        return DirectoryStore.at(folder.resolve("here"), Lease.usual(Clock.systemUTC()));
    }

    private static PlanningJob job() {
        return new PlanningJob(new DuckDbReader(), new Execution(2), Progress.SILENT);
    }
}
