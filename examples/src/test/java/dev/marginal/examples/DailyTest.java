package dev.marginal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated week, and what SQL over all its reports and plans says of it. */
class DailyTest {
    private static final LocalDate MISSING_LOG = DailyWeek.FIRST.plusDays(3);
    private static final LocalDate UNSUBSCRIBED = DailyWeek.FIRST.plusDays(4);

    @TempDir static Path home;
    private static DailyWeek week;
    private static WeekFacts facts;
    private static Story withoutLog;
    private static Story rerun;
    private static Story changedRerun;
    private static String leaver;
    private static List<Story> handOverAfterLeaving;

    @BeforeAll
    static void run() {
        week = new DailyWeek(home);
        for (int day = 0; day < DailyWeek.DAYS; day++) {
            live(DailyWeek.FIRST.plusDays(day));
        }
        facts = new WeekFacts(week);
    }

    private static void live(LocalDate date) {
        if (date.equals(MISSING_LOG)) {
            withoutLog = week.night(date, "--retries", 0);
        }
        if (date.isAfter(DailyWeek.FIRST)) {
            DailyWeek.well(week.importLog(date));
        }
        DailyWeek.well(week.night(date));
        if (date.equals(DailyWeek.FIRST)) {
            rerun = week.night(date);
        }
        if (date.equals(UNSUBSCRIBED)) {
            leaver = mailedOn(date);
            week.suppress(leaver + "@example.org");
            changedRerun = week.night(date);
        }
        List<Story> handedOver = week.handOver(date);
        handedOver.forEach(DailyWeek::well);
        if (date.equals(UNSUBSCRIBED)) {
            handOverAfterLeaving = handedOver;
        }
    }

    @AfterAll
    static void close() {
        facts.close();
    }

    @Test
    void every_night_publishes_sends_of_both_campaigns() {
        assertThat(
                        facts.rows(
                                "select campaign, date from planned group by all having count(*) > 0"))
                .hasSize(2 * DailyWeek.DAYS);
    }

    @Test
    void a_rerun_changes_nothing_and_ends_well() {
        assertThat(rerun.exitCode()).isZero();
        assertThat(rerun.results())
                .contains("vouchers 2026-11-16: unchanged", "news 2026-11-16: unchanged");
    }

    @Test
    void a_missing_log_of_yesterday_fails_closed() {
        assertThat(withoutLog.exitCode()).isEqualTo(5);
        assertThat(withoutLog.messages())
                .contains("The log of sends is complete until 2026-11-17T16:00:00Z")
                .contains("--assume-planned-sent");
    }

    @Test
    void an_input_that_changed_since_is_named_and_replaces_nothing() {
        assertThat(changedRerun.exitCode()).isEqualTo(6);
        assertThat(changedRerun.messages()).contains("suppressed.csv", "--supersede");
        assertThat(changedRerun.results()).contains("no new plan, exit code 6");
    }

    @Test
    void who_unsubscribes_after_the_night_is_not_handed_over() {
        assertThat(handOverAfterLeaving.get(0).results()).contains("1 suppressed");
        assertThat(
                        facts.number(
                                "select count(*) from told join people on customer = customer_id where channel = 'email' and email = '%s@example.org' and sent_at::timestamptz >= '%s'"
                                        .formatted(leaver, UNSUBSCRIBED)))
                .isZero();
    }

    @Test
    void the_rolling_cap_holds_to_the_second() {
        none(
                """
                select one.customer, one.sent from contacts one join contacts other
                on one.customer = other.customer and other.sent between one.sent - interval 7 days and one.sent
                group by all having count(*) > 2""");
        assertThat(
                        facts.number(
                                "select max(n) from (select count(*) as n from contacts group by customer)"))
                .isEqualTo(2);
    }

    @Test
    void the_caps_by_the_customers_calendar_hold() {
        none(
                """
                select customer from contacts where channel = 'push'
                group by customer, (sent at time zone zone)::date having count(*) > 1""");
        none(
                """
                select customer from contacts where tags = 'promo'
                group by customer, date_trunc('month', sent at time zone zone) having count(*) > 2""");
    }

    @Test
    void the_gap_between_mails_holds() {
        none(
                """
                select customer from (select customer, sent,
                    lag(sent) over (partition by customer order by sent) as before
                    from contacts where channel = 'email') where sent - before < interval 40 hours""");
    }

    @Test
    void caps_are_what_kept_sends_back_late_in_the_week() {
        assertThat(facts.rows("select distinct reason from left_out where reason like 'cap:%'"))
                .extracting(row -> row.get("reason"))
                .contains("cap:weekly", "cap:email_gap");
    }

    @Test
    void budgets_of_days_and_flights_hold() throws IOException {
        for (Map<String, Object> row :
                facts.rows(
                        "select campaign, date::varchar as date, sum(cost::double) as spent from planned group by all")) {
            Path plan =
                    week.plan(
                            row.get("campaign").toString(),
                            LocalDate.parse(row.get("date").toString()));
            JsonNode today =
                    new ObjectMapper()
                            .readTree(plan.resolve("plan.json").toFile())
                            .path("todays_budget")
                            .path("today");
            assertThat((Double) row.get("spent"))
                    .isPositive()
                    .isLessThanOrEqualTo(today.asDouble() + 1e-9);
        }
        Map<String, Double> budgets = Map.of("vouchers", 480.0, "news", 9.0);
        budgets.forEach(
                (campaign, budget) ->
                        assertThat(
                                        facts.number(
                                                "select sum(cost::double) from told where campaign = '%s' and status <> 'failed'"
                                                        .formatted(campaign)))
                                .isBetween(0.2 * budget, budget));
    }

    @Test
    void nobody_of_a_holdout_is_contacted_nor_whoever_shares_their_address() {
        Set<String> house = new TreeSet<>();
        Set<String> vouchers = new TreeSet<>();
        for (Map<String, Object> row : facts.rows("select customer_id from people")) {
            String customer = row.get("customer_id").toString();
            if (bucket("house-2026", customer) < 500) {
                house.add(customer);
            }
            if (bucket("vouchers", customer) < 500) {
                vouchers.add(customer);
            }
        }
        assertThat(house).hasSizeBetween(5, 30);
        assertThat(contacted("")).doesNotContainAnyElementsOf(house);
        assertThat(contacted("where campaign = 'vouchers'")).doesNotContainAnyElementsOf(vouchers);
        house.addAll(vouchers);
        none(
                """
                select customer from planned join people mine on customer = mine.customer_id
                join people other using (email)
                where campaign = 'vouchers' and other.customer_id in ('%s')"""
                        .formatted(String.join("','", house)));
    }

    @Test
    void consent_suppression_and_quiet_hours_are_kept() {
        none(
                """
                select customer from planned join people on customer = customer_id
                where not if(channel = 'email', email_ok and email is not null, push_ok)""");
        none(
                """
                select customer from planned join people on customer = customer_id
                where channel = 'email' and date > '%s'
                and email in (select email from read_csv('%s', header = true))"""
                        .formatted(UNSUBSCRIBED, week.house().resolve("suppressed.csv")));
        none(
                """
                select customer from planned join people on customer = customer_id
                where channel = 'push'
                and (hour(send_at::timestamptz at time zone zone) >= 21 or hour(send_at::timestamptz at time zone zone) < 8)""");
        assertThat(
                        facts.number(
                                "select count(*) from planned join people on customer = customer_id where channel = 'push' and zone = 'America/New_York'"))
                .isPositive();
    }

    @Test
    void every_customer_and_offer_is_sent_or_has_a_reason() {
        none(
                """
                select campaign, date from (select campaign, date, customer, offer from planned
                    union all select campaign, date, customer, offer from left_out)
                group by all having count(*) <> count(distinct customer || ' ' || offer)
                or count(*) <> (select count(*) from people) * if(campaign = 'vouchers', 2, 1)""");
        none(
                """
                select distinct reason from left_out where regexp_extract(reason, '^[a-z_]+') not in
                ('holdout', 'no_address', 'no_consent', 'suppressed', 'duplicate_address', 'quiet_hours', 'expired',
                 'cap', 'exploration', 'negative_value', 'budget', 'below_price', 'better_chosen')""");
    }

    private static void none(String sql) {
        assertThat(facts.rows(sql)).isEmpty();
    }

    private static List<Object> contacted(String where) {
        return facts.rows("select distinct customer from planned " + where).stream()
                .map(row -> row.get("customer"))
                .toList();
    }

    private static String mailedOn(LocalDate date) {
        try (WeekFacts soFar = new WeekFacts(week)) {
            return soFar.rows(
                            "select customer from planned join people on customer = customer_id where campaign = 'vouchers' and date = '%s' and email like customer || '%%' order by customer limit 1"
                                    .formatted(date))
                    .get(0)
                    .get("customer")
                    .toString();
        }
    }

    /** HMAC-SHA-256 as the documentation says it: the first eight bytes, modulo 10,000. */
    private static long bucket(String salt, String customer) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(customer.getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), 10_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
