package dev.marginal.scenarios.handover.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.exporters.Exporters;
import dev.marginal.scenarios.handover.outbox.Waiting;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A house with a published plan: each customer gets a push, and every second an e-mail. Customers
 * of even number live in Singapore, the others in Paris.
 */
final class SmallHouse {
    static final LocalDate DATE = LocalDate.of(2026, 11, 21);

    /** Before every send. */
    static final Instant NIGHT = Instant.parse("2026-11-20T20:00:00Z");

    private static final String CAMPAIGN =
            """
            campaign: spring
            currency: USD
            time_zone: Asia/Singapore
            history: {file: history.csv, treatment: arm, control: none, gmv: spend}
            audience: {file: audience.csv, customer: id}
            budget: 100
            offers:
              - {offer: push_1, treatment: push, channel: push, tags: [promo, app]}
              - {offer: mail_1, treatment: mail, channel: email}
            contacts: contacts.yml
            """;
    private static final String CONTACTS =
            """
            time_zone: Asia/Singapore
            customers: {file: people.csv, customer: id, time_zone: tz, address: {email: mail}, consent: {email: mail_ok}}
            suppressed: [{file: suppressed.csv, customer: id}]
            """;

    private final Path folder;
    private final int customers;

    SmallHouse(Path folder, int customers) {
        this.folder = folder;
        this.customers = customers;
        write("campaign.yml", CAMPAIGN);
        write("contacts.yml", CONTACTS);
        write("suppressed.csv", "id\n");
        people(
                number ->
                        "%s,%s,%s@example.com,yes".formatted(id(number), zone(number), id(number)));
    }

    /** A line of the table of people. */
    interface Person {
        String line(int number);
    }

    static String id(int number) {
        return "c%04d".formatted(number);
    }

    int sends() {
        return customers + (customers + 1) / 2;
    }

    void people(Person person) {
        StringBuilder text = new StringBuilder("id,tz,mail,mail_ok\n");
        for (int number = 0; number < customers; number++) {
            text.append(person.line(number)).append('\n');
        }
        write("people.csv", text.toString());
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String zone(int number) {
        return number % 2 == 0 ? "Asia/Singapore" : "Europe/Paris";
    }

    PlanStore store() {
        return DirectoryStore.at(folder.resolve("plans"), Lease.usual(Clock.systemUTC()));
    }

    /** Publishes a plan, in the place of the last one if there is one. */
    Path publish(PlanKind kind, String salt) {
        try (PlanStore store = store()) {
            PlanKey key = key();
            var before = store.published(key);
            try (Claim claim = store.claim(key, kind)) {
                writePlan(claim.workplace(), kind, salt);
                SortedMap<String, String> inputs = new TreeMap<>(Map.of("salt", salt));
                claim.reached(PlanState.BUILT, inputs);
                claim.reached(PlanState.AUDITED, inputs);
                return store.folder(claim.publish(before));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    HandOver handOver(Instant now) {
        return new HandOver(
                new DuckDbReader(),
                Clock.fixed(now, ZoneOffset.UTC),
                time -> {},
                List.of(store()),
                Progress.SILENT);
    }

    HandOver handOver(Instant now, Waiting waiting) {
        return new HandOver(
                new DuckDbReader(),
                Clock.fixed(now, ZoneOffset.UTC),
                waiting,
                List.of(store()),
                Progress.SILENT);
    }

    Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    HandOverRequest files(Path plan, String target, String... channels) {
        return request(plan, target, settings(false, channels), Optional.empty());
    }

    HandOverRequest service(Path plan, String target, URI url, String... channels) {
        return request(
                plan,
                target,
                settings(true, channels),
                Optional.of(new HandOverRequest.ServiceAccess(url, "secret")));
    }

    HandOverRequest service(Path plan, String target, URI url, Map<String, String> campaigns) {
        HandOverSettings usual = settings(true);
        HandOverSettings settings =
                new HandOverSettings(
                        true,
                        new TreeMap<>(campaigns),
                        usual.event(),
                        usual.rowsPerFile(),
                        List.of(),
                        true);
        return request(
                plan,
                target,
                settings,
                Optional.of(new HandOverRequest.ServiceAccess(url, "secret")));
    }

    String read(String target, String file) throws IOException {
        return Files.readString(out(target).resolve(file));
    }

    /** The state of the last step that Braze's outbox knows. */
    String steps() {
        Path outbox = folder.resolve("plans/.outbox/spring-2026-11-21/spring-2026-11-21/braze");
        try {
            List<String> lines = Files.readAllLines(outbox.resolve("steps.jsonl"));
            String last = lines.get(lines.size() - 1);
            return new ObjectMapper().readTree(last).get("state").asText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static HandOverSettings settings(boolean overHttp, String... channels) {
        SortedMap<String, String> campaigns = new TreeMap<>();
        campaigns.put("push_1", "11");
        campaigns.put("any", "99");
        return new HandOverSettings(
                true, campaigns, "Marginal send", 20, Arrays.asList(channels), overHttp);
    }

    private HandOverRequest request(
            Path plan,
            String target,
            HandOverSettings settings,
            Optional<HandOverRequest.ServiceAccess> service) {
        return new HandOverRequest(
                plan,
                Exporters.of(target),
                settings,
                out(target),
                service,
                Set.of(),
                Set.of(),
                false,
                false);
    }

    PlanKey key() {
        return new PlanKey("spring", DATE);
    }

    void writePlan(Path plan, PlanKind kind, String salt) throws IOException {
        Table sends = table();
        TableFiles.write(sends, plan.resolve("sends.parquet"));
        TableFiles.write(sends, plan.resolve("sends.csv"));
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("plan", "spring-" + DATE);
        json.put("campaign", "spring");
        json.put("date", DATE.toString());
        json.put("kind", kind.name().toLowerCase(Locale.ROOT));
        json.put("currency", "USD");
        json.put("salt", salt);
        ObjectNode inputs = json.putObject("inputs");
        inputs.putObject("campaign_file").put("path", folder.resolve("campaign.yml").toString());
        inputs.putObject("contacts").put("path", folder.resolve("contacts.yml").toString());
        ObjectNode files = json.putObject("files");
        for (String name : List.of("sends.csv", "sends.parquet")) {
            files.put(name, Fingerprint.of(plan.resolve(name)));
        }
        new ObjectMapper().writeValue(plan.resolve("plan.json").toFile(), json);
    }

    private Table table() {
        int count = sends();
        IdColumn.Builder ids = new IdColumn.Builder("customer");
        IdColumn.Builder decisions = new IdColumn.Builder("decision_id");
        int[] offer = new int[count];
        int[] time = new int[count];
        long[] value = new long[count];
        long[] cost = new long[count];
        float[] uplift = new float[count];
        float[] orders = new float[count];
        double[] propensity = new double[count];
        int send = 0;
        for (int number = 0; number < customers; number++) {
            for (int of = 0; of < (number % 2 == 0 ? 2 : 1); of++) {
                ids.add(id(number));
                decisions.add("a-%04d-%d".formatted(number, of));
                offer[send] = 1 - of;
                time[send] = of == 0 ? 2 : number % 2;
                value[send] = -1_500_000 + number;
                cost[send] = 10_000;
                uplift[send] = 0.25f;
                orders[send] = 0.00001f;
                propensity[send++] = 1;
            }
        }
        List<String> at =
                List.of(
                        "2026-11-21T09:00:00+08:00",
                        "2026-11-21T09:00:00+01:00",
                        "2026-11-21T18:00:00+08:00");
        List<String> expires =
                List.of(
                        "2026-11-24T09:00:00+08:00",
                        "2026-11-24T09:00:00+01:00",
                        "2026-11-24T18:00:00+08:00");
        return new Table(
                "sends",
                count,
                List.of(
                        ids.build(),
                        new CategoryColumn("offer", offer, List.of("mail_1", "push_1")),
                        new CategoryColumn("channel", offer, List.of("email", "push")),
                        new MoneyColumn("value", value),
                        new MoneyColumn("cost", cost),
                        new NumberColumn("uplift", uplift),
                        new NumberColumn("order_probability", orders),
                        new CategoryColumn("send_at", time, at),
                        new CategoryColumn("expires_at", time, expires),
                        decisions.build(),
                        new AmountColumn("propensity", propensity)));
    }
}
