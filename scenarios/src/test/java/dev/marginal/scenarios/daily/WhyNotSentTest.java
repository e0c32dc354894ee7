package dev.marginal.scenarios.daily;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.scenarios.audit.PlanAudit;
import dev.marginal.scenarios.explanation.Explainer;
import dev.marginal.scenarios.explanation.Explanation;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real days of a house in which nearly every reason occurs: SQL of the test's own finds each of
 * them true, and folders in which one is not are refused by the claim that names it.
 */
class WhyNotSentTest {
    private static final int DAYS = 2;
    private static final Execution TWO = new Execution(2);

    @TempDir static Path folder;
    private static final List<DayPlan> PLANS = new ArrayList<>();

    @BeforeAll
    static void planSomeDays() throws IOException {
        TwoCampaigns house = new TwoCampaigns(folder);
        Path contacts = folder.resolve("contacts.yml");
        String more =
                """
                quiet_hours:
                  - {channels: [email], from: "08:30", until: "09:30", zone: Europe/Berlin, then: cancel}
                  - {channels: [push], from: "21:00", until: "08:00", then: wait}
                """;
        Files.writeString(
                contacts,
                Files.readString(contacts)
                        .replaceFirst("(?m)^quiet_hours:.*\\R", more)
                        .replace("expires_after: 20 hours", "expires_after: 2 hours"));
        try (PlanStore store = house.store("plans")) {
            for (int day = 0; day < DAYS; day++) {
                LocalDate date = TwoCampaigns.FIRST.plusDays(day);
                List<DayPlan> todays =
                        house.plan(
                                store,
                                date,
                                house.changed(
                                        "vouchers",
                                        "rules:\n",
                                        "rules:\n  - {rule: channel_cap, channel: email, max_sends: 3, where: \"region = 'north'\"}\n"),
                                house.file("news"));
                house.log(store, date, todays, "delivered");
                PLANS.addAll(todays);
            }
        }
    }

    @Test
    void
            every_kind_of_reason_of_days_that_look_at_no_other_but_a_better_choice_occurs_and_adds_up_in_plan_json()
                    throws IOException {
        Set<String> codes = new TreeSet<>();
        for (DayPlan plan : PLANS) {
            try (Database database = over(plan)) {
                List<Map<String, Object>> found =
                        database.rows(
                                "select reason, count(*)::varchar as sends, sum(value_forgone::decimal(18, 6))::varchar as forgone from not_sent group by reason");
                Map<String, String> sums = new TreeMap<>();
                found.forEach(
                        row ->
                                sums.put(
                                        row.get("reason").toString(),
                                        row.get("sends") + " " + row.get("forgone")));
                Map<String, String> told = new TreeMap<>();
                for (JsonNode line : json(plan.folder()).path("not_sent")) {
                    told.put(
                            line.path("reason").asText(),
                            "%s %s"
                                    .formatted(
                                            line.path("sends").asText(),
                                            line.path("value_forgone")
                                                    .decimalValue()
                                                    .setScale(6)
                                                    .toPlainString()));
                }
                assertThat(sums).isEqualTo(told);
                sums.keySet().forEach(reason -> codes.add(reason.split(":")[0]));
            }
        }
        assertThat(codes)
                .containsAll(
                        EnumSet.complementOf(
                                        EnumSet.of(
                                                NotSent.Code.BETTER_CHOSEN,
                                                NotSent.Code.KEPT_FOR_LATER))
                                .stream()
                                .map(NotSent.Code::word)
                                .toList());
    }

    @Test
    void every_offer_to_every_customer_is_sent_or_has_one_reason_and_forgoes_its_uplift() {
        for (DayPlan plan : PLANS) {
            try (Database database = over(plan)) {
                assertThat(
                                count(
                                        database,
                                        "select count(*) from pair anti join (select customer, offer from sends union all select customer, offer from not_sent) using (customer, offer)"))
                        .isZero();
                assertThat(
                                count(
                                        database,
                                        "select count(*) - (select count(*) from pair) from (select customer, offer from sends union all select customer, offer from not_sent)"))
                        .isZero();
                assertThat(
                                count(
                                        database,
                                        "select count(*) from not_sent join pair using (customer, offer) where abs(value_forgone::double - greatest(0, uplift)) > 1e-6"))
                        .isZero();
            }
        }
    }

    /** Each line: a reason, and what SQL of the inputs must say of all customers told so. */
    @Test
    void reasons_are_true_of_the_inputs() {
        List<List<String>> truths =
                List.of(
                        List.of("no_address", "channel = 'email' and email is null"),
                        List.of(
                                "no_consent",
                                "(channel = 'email' and email_ok = 'no') or (channel = 'push' and push_ok = 'no')"),
                        List.of(
                                "suppressed",
                                "channel = 'email' and email in (select email from listed)"),
                        List.of(
                                "duplicate_address",
                                "email in (select email from people group by email having count(*) > 1)"),
                        List.of("quiet_hours", "channel = 'email' and tz = 'Europe/Berlin'"),
                        List.of("expired", "channel = 'push' and tz = 'America/New_York'"),
                        List.of("negative_value", "uplift <= 0"),
                        List.of("budget", "uplift > 0"),
                        List.of("below_price", "uplift > 0"),
                        List.of(
                                "better_chosen",
                                "uplift > 0 and not_sent.customer in (select customer from sends)"),
                        List.of(
                                "holdout",
                                "not_sent.customer not in (select customer from sends)"));
        for (DayPlan plan : PLANS) {
            try (Database database = over(plan)) {
                for (List<String> truth : truths) {
                    assertThat(
                                    count(
                                            database,
                                            """
                                            select count(*) from not_sent join pair using (customer, offer)
                                                join people on people.customer_id = not_sent.customer
                                            where split_part(reason, ':', 1) = '%s' and not coalesce(%s, false)"""
                                                    .formatted(truth.get(0), truth.get(1))))
                            .as("%s of %s", truth, plan.record().key())
                            .isZero();
                }
            }
        }
    }

    @Test
    void caps_keep_back_what_was_sent_to_before() {
        DayPlan second = vouchers(1);
        try (Database database = over(second)) {
            long told =
                    count(database, "select count(*) from not_sent where reason = 'cap:email_gap'");
            long true_ =
                    count(
                            database,
                            "select count(*) from not_sent where reason = 'cap:email_gap' and customer in (select customer from read_parquet('%s'))"
                                    .formatted(TwoCampaigns.sends(vouchers(0))));
            assertThat(told).isPositive().isEqualTo(true_);
        }
    }

    @Test
    void a_story_tells_what_fills_a_cap_and_how_short_a_gap_would_do() {
        Explanation story = explain(vouchers(1), "cap:email_gap");

        Explanation.Offer offer = story.offers().get(0);
        assertThat(offer.reason()).isEqualTo("cap:email_gap");
        Explanation.Cap gap =
                story.caps().stream()
                        .filter(cap -> cap.cap().equals("email_gap"))
                        .findFirst()
                        .orElseThrow();
        assertThat(gap.filledBy()).hasSize(1);
        assertThat(gap.filledBy().get(0).status()).isEqualTo("delivered");
        assertThat(gap.filledBy().get(0).at()).startsWith("2026-11-16T09:00:00");
        assertThat(offer.flips())
                .anySatisfy(
                        flip -> {
                            assertThat(flip.what()).isEqualTo(Explanation.What.GAP);
                            assertThat(flip.now()).contains(40 * 3600.0);
                            assertThat(flip.then()).contains(24 * 3600.0);
                        });
    }

    @Test
    void stories_agree_with_the_folder_for_every_reason() {
        for (DayPlan plan : PLANS) {
            for (JsonNode line : json(plan.folder()).path("not_sent")) {
                Explanation story = explain(plan, line.path("reason").asText());
                assertThat(story.offers())
                        .anySatisfy(
                                offer ->
                                        assertThat(offer.reason())
                                                .isEqualTo(line.path("reason").asText()))
                        .allSatisfy(offer -> assertThat(offer.flips()).isNotEmpty());
                assertThat(story.notes()).isEmpty();
            }
        }
    }

    @Test
    void every_day_passes_its_audit() {
        for (DayPlan plan : PLANS) {
            assertThat(PlanAudit.audit(plan.folder()).broken()).isEmpty();
        }
    }

    @Test
    void a_send_to_someone_held_out_is_named(TestInfo test) throws IOException {
        assertRefused(
                moved(test, vouchers(1), "holdout:global"),
                "no customer who is held out is sent to");
    }

    @Test
    void a_send_to_someone_suppressed_is_named(TestInfo test) throws IOException {
        assertRefused(
                moved(test, vouchers(1), "suppressed"), "nobody on a suppression list is sent to");
    }

    @Test
    void a_send_without_consent_is_named(TestInfo test) throws IOException {
        assertRefused(
                moved(test, vouchers(1), "no_consent"),
                "every customer sent to has an address and has agreed");
    }

    @Test
    void a_send_above_a_cap_is_named(TestInfo test) throws IOException {
        assertRefused(
                moved(test, vouchers(1), "cap:email_gap"),
                "cap email_gap holds over what was sent before and this plan");
    }

    @Test
    void a_send_in_quiet_hours_is_named(TestInfo test) throws IOException {
        Path mutant = moved(test, vouchers(1), "quiet_hours");
        edit(
                mutant,
                "sends.csv",
                text -> {
                    String[] lines = text.split("\n");
                    String[] cells = lines[1].split(",");
                    cells[7] = "2026-11-17T09:00:00+01:00";
                    lines[1] = String.join(",", cells);
                    return String.join("\n", lines) + "\n";
                });
        assertRefused(mutant, "no send goes out in quiet hours");
    }

    @Test
    void a_wrong_propensity_is_named(TestInfo test) throws IOException {
        Path mutant = copy(test, vouchers(1));
        edit(mutant, "sends.csv", text -> text.replaceFirst("(?m)(\\n.*),[0-9.]+$", "$1,0.123456"));
        assertRefused(mutant, "everyone's arm has the propensity that the draw gives it");
    }

    @Test
    void a_wrong_reason_is_named_though_totals_are_made_right(TestInfo test) throws IOException {
        Path mutant = copy(test, vouchers(1));
        retold(mutant, "negative_value", "no_consent");
        assertRefused(
                mutant, "whatever may not be sent may not be sent for the reason that is told");
    }

    @Test
    void a_holdout_told_as_dear_is_named(TestInfo test) throws IOException {
        Path mutant = copy(test, vouchers(1));
        retold(mutant, "holdout:global", "below_price:channel email");
        assertRefused(mutant, "whoever is held out is told so of every offer");
    }

    @Test
    void a_worthless_offer_told_as_dear_is_named(TestInfo test) throws IOException {
        Path mutant = copy(test, vouchers(1));
        retold(mutant, "negative_value", "budget");
        assertRefused(mutant, "what is told to be worth nothing is, and nothing else");
    }

    private static DayPlan vouchers(int day) {
        return PLANS.get(2 * day);
    }

    private static Explanation explain(DayPlan plan, String reason) {
        try (Database database = over(plan)) {
            String customer =
                    database.rows(
                                    "select min(customer) as customer from not_sent where reason = "
                                            + Database.quote(reason))
                            .get(0)
                            .get("customer")
                            .toString();
            return Explainer.explain(plan.folder(), customer, TWO);
        }
    }

    /** Tables of a plan and of the house, read as a stranger would. */
    private static Database over(DayPlan plan) {
        Database database = Database.over(folder);
        Path of = plan.folder().toAbsolutePath();
        database.run(
                "create view not_sent as from read_csv('%s', header = true, all_varchar = true)"
                        .formatted(of.resolve("not_sent.csv")));
        database.run(
                "create view sends as from read_csv('%s', header = true, all_varchar = true)"
                        .formatted(of.resolve("sends.csv")));
        database.run("create view people as from read_csv('people.csv', all_varchar = true)");
        database.run("create view listed as from read_csv('suppressed.csv', all_varchar = true)");
        List<String> offers =
                plan.record().key().campaign().equals("news")
                        ? List.of("push")
                        : List.of("coupon_5", "coupon_10");
        database.run(
                "create view pair as "
                        + String.join(
                                " union all ",
                                offers.stream()
                                        .map(
                                                offer ->
                                                        "select customer, '%1$s' as offer, \"uplift.%1$s\"::double as uplift from read_parquet('%2$s')"
                                                                .formatted(
                                                                        offer,
                                                                        of.resolve(
                                                                                "scores.parquet")))
                                        .toList()));
        return database;
    }

    private static long count(Database database, String sql) {
        return ((Number) database.rows(sql).get(0).values().iterator().next()).longValue();
    }

    private static void assertRefused(Path mutant, String promise) {
        AuditReport report = PlanAudit.audit(mutant);
        assertThat(report.claims().get(0).holds()).as("hashes are right").isTrue();
        assertThat(report.broken()).extracting(Claim::promise).contains(promise);
    }

    /** A copy in which the first send goes to somebody who is not sent to for a reason. */
    private static Path moved(TestInfo test, DayPlan plan, String reason) throws IOException {
        String other = explain(plan, reason).customer();
        Path mutant = copy(test, plan);
        edit(
                mutant,
                "sends.csv",
                text -> {
                    int start = text.indexOf('\n') + 1;
                    return text.substring(0, start)
                            + other
                            + text.substring(text.indexOf(',', start));
                });
        return mutant;
    }

    /** Tells another reason on the first line that tells this one, in the totals as well. */
    private static void retold(Path mutant, String reason, String instead) throws IOException {
        String[] found = new String[1];
        edit(
                mutant,
                "not_sent.csv",
                text -> {
                    String[] lines = text.split("\n");
                    for (int i = 0; i < lines.length && found[0] == null; i++) {
                        if (lines[i].contains("," + reason + ",")) {
                            found[0] = lines[i].substring(lines[i].lastIndexOf(',') + 1);
                            lines[i] = lines[i].replace("," + reason + ",", "," + instead + ",");
                        }
                    }
                    return String.join("\n", lines) + "\n";
                });
        ObjectNode plan = json(mutant);
        ArrayNode totals = (ArrayNode) plan.get("not_sent");
        add(totals, reason, -1, found[0]);
        add(totals, instead, 1, found[0]);
        new ObjectMapper().writeValue(mutant.resolve("plan.json").toFile(), plan);
    }

    private static void add(ArrayNode totals, String reason, int sends, String forgone) {
        for (JsonNode line : totals) {
            if (line.path("reason").asText().equals(reason)) {
                ObjectNode total = (ObjectNode) line;
                total.put("sends", line.path("sends").asLong() + sends);
                total.put(
                        "value_forgone",
                        line.path("value_forgone")
                                .decimalValue()
                                .add(new BigDecimal(forgone).multiply(BigDecimal.valueOf(sends))));
                return;
            }
        }
        totals.addObject()
                .put("reason", reason)
                .put("sends", sends)
                .put("value_forgone", new BigDecimal(forgone));
    }

    /** Beside the plan, as plan.json names its inputs from there. */
    private static Path copy(TestInfo test, DayPlan plan) throws IOException {
        Path from = plan.folder().toAbsolutePath();
        Path mutant = from.resolveSibling(test.getTestMethod().orElseThrow().getName());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, mutant.resolve(from.relativize(file).toString()));
            }
        }
        return mutant;
    }

    private static void edit(Path mutant, String file, UnaryOperator<String> change)
            throws IOException {
        Path path = mutant.resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.delete(path);
        Files.writeString(path, after);
        ObjectNode plan = json(mutant);
        ((ObjectNode) plan.get("files")).put(file, Fingerprint.of(path));
        Files.delete(mutant.resolve("plan.json"));
        new ObjectMapper().writeValue(mutant.resolve("plan.json").toFile(), plan);
    }

    private static ObjectNode json(Path folder) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
