package dev.marginal.spark.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a house may count on of a day's plan, whoever made it: one machine, or Spark by any search.
 * Asked of the files alone.
 */
abstract class PlannedDayContract {
    private static final String LOCAL = "timezone(tz, send_at::timestamptz)";

    abstract PlannedDay day();

    @Test
    void caps_hold_over_what_was_sent_and_planned_before_and_this_plan() {
        assertThat(
                        day().number(
                                        "select max(n) from (select count(*) as n from messages group by customer)"))
                .as("in seven days")
                .isBetween(1.0, 2.0);
        assertThat(
                        day().number(
                                        "select max(n) from (select count(*) as n from messages join known using (customer) where channel = 'push' group by customer, timezone(tz, moment)::date)"))
                .as("pushes on a day of the customer's")
                .isEqualTo(1);
        assertThat(
                        day().number(
                                        "select count(*) from messages a join messages b using (customer, channel) where channel = 'coupon' and b.moment > a.moment and b.moment < a.moment + interval 40 hours"))
                .as("coupons less than 40 hours apart")
                .isZero();
    }

    @Test
    void a_cap_keeps_back_whoever_was_sent_to_before_and_nobody_else() {
        for (List<String> cap :
                List.of(
                        List.of("cap:coupon_gap", "earlier.channel = 'coupon'"),
                        List.of("cap:push_daily", "earlier.channel = 'push'"),
                        List.of("cap:weekly", "true"))) {
            String told = "not_sent where reason = '%s'".formatted(cap.get(0));

            assertThat(
                            day().number(
                                            "select count(*) from %s and customer not in (select customer from earlier where %s)"
                                                    .formatted(told, cap.get(1))))
                    .as(cap.get(0))
                    .isZero();
        }
    }

    @Test
    void caps_keep_back_some_of_the_house() {
        assertThat(
                        day().number(
                                        "select count(distinct reason) from not_sent where reason in ('cap:coupon_gap', 'cap:push_daily')"))
                .isEqualTo(2);
    }

    @Test
    void pushes_wait_until_quiet_hours_end_where_the_customer_is() {
        String pushes = "from sends join known using (customer) where channel = 'push'";

        assertThat(
                        day().number(
                                        "select count(*) %s and hour(%s) not between 8 and 20"
                                                .formatted(pushes, LOCAL)))
                .isZero();
        assertThat(
                        day().number(
                                        "select count(*) %s and strftime(%s, '%%H:%%M') = '08:00' and tz = 'America/New_York'"
                                                .formatted(pushes, LOCAL)))
                .as("pushes that waited")
                .isPositive();
        assertThat(
                        day().number(
                                        "select count(*) %s and tz <> 'America/New_York' and strftime(timezone('Asia/Singapore', send_at::timestamptz), '%%H:%%M') <> '18:00'"
                                                .formatted(pushes)))
                .as("others at the campaign's time")
                .isZero();
    }

    @Test
    void coupons_go_out_in_the_morning_of_the_customer() {
        assertThat(
                        day().rows(
                                        "select distinct strftime(%s, '%%H:%%M') as at from sends join known using (customer) where channel = 'coupon'"
                                                .formatted(LOCAL)))
                .extracting(row -> row.get("at"))
                .containsExactly("09:00");
    }

    @Test
    void consent_and_suppression_are_kept_and_told_as_they_are() {
        assertThat(
                        day().number(
                                        "select count(*) from sends join known using (customer) where suppressed or channel = 'coupon' and coupon_ok = 'no'"))
                .isZero();
        assertThat(
                        day().number(
                                        "select count(*) from not_sent join known using (customer) where reason = 'no_consent' and not (channel = 'coupon' and coalesce(coupon_ok, 'no') = 'no') or reason = 'suppressed' and not suppressed"))
                .isZero();
        assertThat(
                        day().number(
                                        "select count(distinct reason) from not_sent where reason in ('no_consent', 'suppressed')"))
                .isEqualTo(2);
    }

    @Test
    void whoever_is_held_out_is_sent_nothing_and_told_so_of_every_offer() {
        String held = "select customer from not_sent where reason like 'holdout:%'";
        double share =
                day().number("select count(distinct customer) from (%s)".formatted(held))
                        / SpringHouse.CUSTOMERS;

        assertThat(share).isBetween(0.07, 0.125);
        assertThat(
                        day().number(
                                        "select count(*) from sends where customer in (%s)"
                                                .formatted(held)))
                .isZero();
        assertThat(
                        day().number(
                                        "select count(*) from not_sent where customer in (%s) and reason not like 'holdout:%%'"
                                                .formatted(held)))
                .isZero();
    }

    @Test
    void rules_hold_over_all_customers() {
        assertThat(day().number("select sum(cost) from sends")).isBetween(1.0, 360.0);
        assertThat(day().number("select count(*) from sends where channel = 'push'"))
                .isLessThanOrEqualTo(350);
        assertThat(
                        day().number(
                                        "select max(spend) from (select sum(cost) as spend from sends join known using (customer) group by region)"))
                .isLessThanOrEqualTo(80);
        assertThat(
                        day().number(
                                        "select count(*) from sends join known using (customer) where channel = 'coupon' and tenure >= 0.5 and region <> 'north'"))
                .isGreaterThanOrEqualTo(30);
        assertThat(
                        day().number(
                                        "select sum(minutes) from sends join known using (customer) where channel = 'coupon'"))
                .isLessThanOrEqualTo(450);
        assertThat(
                        day().number(
                                        "select max(n) from (select count(*) as n from sends where channel = 'coupon' group by customer)"))
                .isEqualTo(1);
    }

    @Test
    void every_offer_is_sent_to_a_customer_or_is_not_for_one_reason() {
        assertThat(
                        day().number(
                                        "select count(*) from (select customer, offer from sends union select customer, offer from not_sent)"))
                .isEqualTo(3.0 * SpringHouse.CUSTOMERS);
        assertThat(
                        day().number(
                                        "select (select count(*) from sends) + (select count(*) from not_sent)"))
                .isEqualTo(3.0 * SpringHouse.CUSTOMERS);
    }
}
