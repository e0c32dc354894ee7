package dev.marginal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan adds up to is the same however it is counted. */
class TotalsTest {
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112})
    void totals_by_difference_are_those_counted_anew(long seed) {
        RandomPlans plans = new RandomPlans(new Random(seed));
        CampaignPlan everyday = plans.plan();

        for (CampaignPlan changed : plans.changes(everyday)) {
            CampaignPlan near =
                    new CampaignPlan(changed.scores(), changed.offers(), changed.sends(), everyday);

            assertThat(near.totals().offers()).isEqualTo(changed.totals().offers());
            assertThat(near.totals().segments()).isEqualTo(changed.totals().segments());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204, 205, 206})
    void ways_hold_everyone_whose_offers_or_their_sums_change_and_add_up(long seed) {
        RandomPlans plans = new RandomPlans(new Random(seed));
        CampaignPlan before = plans.plan();

        for (CampaignPlan now : plans.changes(before)) {
            Map<List<Long>, List<Long>> ways = new HashMap<>();
            long[] from = before.sends().sets(before.offers().customers());
            long[] to = now.sends().sets(now.offers().customers());
            for (int customer = 0; customer < to.length; customer++) {
                long value = value(now, to[customer], customer);
                long spend = spend(now, to[customer], customer);
                value -= value(before, from[customer], customer);
                spend -= spend(before, from[customer], customer);
                if (from[customer] != to[customer] || value != 0 || spend != 0) {
                    ways.merge(
                            List.of(from[customer], to[customer]),
                            List.of(1L, value, spend),
                            TotalsTest::sum);
                }
            }

            assertThat(
                            now.since(before).ways().stream()
                                    .filter(way -> way.customers() > 0)
                                    .collect(
                                            Collectors.toMap(
                                                    way -> List.of(way.from(), way.to()),
                                                    way ->
                                                            List.of(
                                                                    way.customers(),
                                                                    way.valueMicros(),
                                                                    way.spendMicros()))))
                    .isEqualTo(ways);
        }
    }

    @Test
    void who_moves_is_listed_once_in_order_with_the_way_they_go() {
        RandomPlans plans = new RandomPlans(new Random(301));
        CampaignPlan before = plans.plan();
        CampaignPlan now = plans.changes(before).get(0);
        long[] from = before.sends().sets(before.offers().customers());
        long[] to = now.sends().sets(now.offers().customers());
        Map<Integer, List<Long>> expected = new TreeMap<>();
        for (int customer = 0; customer < to.length; customer++) {
            if (from[customer] != to[customer]) {
                expected.put(customer, List.of(from[customer], to[customer]));
            }
        }

        Moved moved = now.since(before);

        Map<Integer, List<Long>> found = new TreeMap<>();
        for (int i = 0; i < moved.size(); i++) {
            Moved.Way way = moved.ways().get(moved.way(i));
            assertThat(found.put(moved.customer(i), List.of(way.from(), way.to()))).isNull();
            assertThat(i == 0 || moved.customer(i) > moved.customer(i - 1)).isTrue();
        }
        assertThat(found).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void counted_totals_are_the_sums_of_the_sends() {
        CampaignPlan plan = new RandomPlans(new Random(401)).plan();
        Map<List<String>, long[]> sums = new HashMap<>();
        for (int send = 0; send < plan.sends().sends(); send++) {
            int offer = plan.sends().offer()[send];
            int customer = plan.sends().customer()[send];
            String channel = plan.offers().offers().get(offer).channel();
            for (var column : plan.offers().segmentations()) {
                String name = column.names().get(column.code()[customer]);
                long[] sum =
                        sums.computeIfAbsent(
                                List.of(channel, column.column(), name), any -> new long[3]);
                sum[0]++;
                sum[1] += plan.offers().valueMicros(offer, customer);
                sum[2] += plan.offers().costMicros(offer, customer);
            }
        }

        assertThat(plan.totals().segments())
                .isNotEmpty()
                .allSatisfy(
                        one ->
                                assertThat(
                                                new long[] {
                                                    one.sends(),
                                                    one.valueMicros(),
                                                    one.spendMicros()
                                                })
                                        .isEqualTo(
                                                sums.getOrDefault(
                                                        List.of(
                                                                one.channel(),
                                                                one.column(),
                                                                one.name()),
                                                        new long[3])));
        assertThat(plan.totals().offers().stream().mapToLong(OfferTotal::sends).sum())
                .isEqualTo(plan.sends().sends());
        assertThat(
                        new TreeSet<>(
                                plan.totals().segments().stream()
                                        .map(SegmentTotal::column)
                                        .toList()))
                .doesNotContain(RandomPlans.WIDE);
    }

    @Test
    void a_part_is_that_of_its_customers_even_of_a_column_that_is_not_told() {
        CampaignPlan plan = new RandomPlans(new Random(501)).plan();
        OfferSet all = new OfferSet((1L << plan.offers().offers().size()) - 1);
        var wide =
                plan.offers().segmentations().stream()
                        .filter(one -> one.column().equals(RandomPlans.WIDE))
                        .findFirst()
                        .orElseThrow();
        long sends = 0;
        for (int send = 0; send < plan.sends().sends(); send++) {
            sends += wide.code()[plan.sends().customer()[send]] == 7 ? 1 : 0;
        }
        Segment seventh = Segment.of(RandomPlans.WIDE, wide.names().get(7));
        Totals totals = plan.totals();

        assertThat(totals.of(all, seventh, Charge.SENDS)).isEqualTo(sends).isPositive();
        assertThat(totals.of(all, Segment.EVERYONE, Charge.SENDS)).isEqualTo(plan.sends().sends());
        assertThatThrownBy(() -> totals.of(all, Segment.of("moon", "full"), Charge.COST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("moon");
    }

    private static List<Long> sum(List<Long> one, List<Long> other) {
        return List.of(
                one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2));
    }

    private static long value(CampaignPlan plan, long set, int customer) {
        long sum = 0;
        for (int offer = 0; offer < plan.offers().offers().size(); offer++) {
            sum += (set >>> offer & 1) * plan.offers().valueMicros(offer, customer);
        }
        return sum;
    }

    private static long spend(CampaignPlan plan, long set, int customer) {
        long sum = 0;
        for (int offer = 0; offer < plan.offers().offers().size(); offer++) {
            sum += (set >>> offer & 1) * plan.offers().costMicros(offer, customer);
        }
        return sum;
    }
}
