package dev.marginal.scenarios.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.rules.AmountCap;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookAheadTest {
    private static final AllocatorSettings SETTINGS = AllocatorSettings.defaults();
    private static final List<Offer> OFFERS =
            List.of(new Offer("news", "email"), new Offer("sale", "sms"));
    private static final float NEVER = Float.NaN;
    private static final Rules ONE_A_DAY = Rules.of(new ContactLimit(Scope.ANY, 1));

    @Test
    void the_last_contact_of_the_week_is_kept_for_a_better_message() {
        OfferBook today = book(new float[][] {{1, 1, 1}, {NEVER, NEVER, NEVER}}, 0);
        OfferBook later = book(new float[][] {{0.5f, 0.5f, 0.5f}, {5, 0.5f, 5}}, 0);
        byte[][] left = {{1, 1, 2}, {1, 1, 2}};
        Today decided = decide(today, List.of(new DaysAhead(1, 3, later)), left, List.of());
        assertThat(decided.keptBack())
                .containsExactly(new OfferSet(0b11), new OfferSet(0), new OfferSet(0));
        assertThat(decided.customersKeptBack()).isOne();
    }

    @Test
    void a_contact_that_comes_free_in_time_is_not_waited_for() {
        OfferBook today = book(new float[][] {{1, 1}, {NEVER, NEVER}}, 0);
        OfferBook later = book(new float[][] {{1, 1}, {5, 5}}, 0);
        byte[][] left = {{1, 1}, {1, 2}};
        Today decided = decide(today, List.of(new DaysAhead(2, 2, later)), left, List.of());
        assertThat(decided.keptBack()).containsExactly(new OfferSet(0b11), new OfferSet(0));
    }

    @Test
    void a_window_that_begins_after_today_leaves_today_alone() {
        OfferBook today = book(new float[][] {{1}, {NEVER}}, 0);
        OfferBook later = book(new float[][] {{NEVER}, {5}}, 0);
        byte[][] left = {{1}, {1}};
        Today decided = decide(today, List.of(new DaysAhead(7, 9, later)), left, List.of());
        assertThat(decided.customersKeptBack()).isZero();
    }

    @Test
    void money_goes_to_the_day_on_which_it_earns_more() {
        OfferBook today = book(new float[][] {{3, 2, 1, 3}, {NEVER, NEVER, NEVER, NEVER}}, 1);
        OfferBook later = book(new float[][] {{2.5f, 2.5f, 2.5f, NEVER}, {NEVER, 1, 1, 1}}, 1);
        byte[][] left = new byte[2][4];
        Stream.of(left).forEach(one -> Arrays.fill(one, (byte) 3));
        FlightBudget budget = new FlightBudget("spring", Scope.ANY, 4);
        Today decided = decide(today, List.of(new DaysAhead(1, 1, later)), left, List.of(budget));
        assertThat(decided.budget()).containsExactly(2.0);
        assertThat(decided.customersKeptBack()).isZero();
        assertThat(decided.joint().value()).isEqualTo(3 + 3 + 2.5 + 2.5);
    }

    @Test
    void the_last_day_may_spend_all_that_is_left() {
        OfferBook today = book(new float[][] {{3, 2, 1}, {NEVER, NEVER, NEVER}}, 1);
        FlightBudget budget = new FlightBudget("spring", Scope.ANY, 2.5);
        Today decided = decide(today, List.of(), new byte[][] {{1, 1, 1}}, List.of(budget));
        assertThat(decided.budget()).containsExactly(2.0);
        assertThat(decided.customersKeptBack()).isZero();
    }

    @Test
    void the_day_planned_within_its_part_sends_what_the_joint_plan_sends_today() {
        int customers = 4_000;
        OfferBook today = random(customers, 1);
        List<DaysAhead> ahead =
                List.of(
                        new DaysAhead(1, 6, random(customers, 2)),
                        new DaysAhead(7, 12, random(customers, 3)));
        byte[][] left = new byte[2][customers];
        for (int customer = 0; customer < customers; customer++) {
            left[0][customer] = (byte) (customer % 3);
            left[1][customer] = (byte) Math.max(left[0][customer], customer / 3 % 3);
        }
        FlightBudget money = new FlightBudget("spring", Scope.ANY, 1.5 * customers);
        Today decided = decide(today, ahead, left, List.of(money));
        Today threads =
                new LookAhead(SETTINGS, new Execution(3), Map.of())
                        .decide(today, ahead, caps(left), List.of(money), ONE_A_DAY)
                        .orElseThrow();
        assertThat(threads).usingRecursiveComparison().isEqualTo(decided);

        double joint = 0;
        for (int send = 0; send < decided.joint().sends(); send++) {
            int offer = decided.joint().offer()[send];
            int customer = decided.joint().customer()[send];
            joint += offer < 2 ? today.value()[offer][customer] : 0;
        }
        OfferBook open = open(today, decided.keptBack());
        CapSlots slots = new CapSlots(open, List.of(), caps(left));
        SendPlan alone =
                Allocators.standard(SETTINGS, new Execution(1))
                        .allocate(
                                open.with(slots.columns(), List.of()),
                                Budget.of(decided.budget().get(0)),
                                Rules.of(terms -> slots.limits().stream(), ONE_A_DAY.all().get(0)));
        assertThat(decided.customersKeptBack()).isBetween(30, customers / 2);
        assertThat(alone.value()).isCloseTo(joint, within(1e-3 * joint));
    }

    @Test
    void rules_of_a_day_hold_for_later_days_but_for_what_they_ask_for() {
        OfferBook today = book(new float[][] {{1, 1, 1}, {1, 1, 1}}, 0);
        OfferBook later = book(new float[][] {{10, 10, 10}, {9, 9, 9}}, 0);
        byte[][] left = {{2, 2, 2}, {2, 2, 2}};
        Rules rules =
                Rules.of(
                        new ContactLimit(Scope.ANY, 2),
                        ChannelCap.sends("email", 1),
                        OfferQuota.atLeast("sale", 2),
                        new AmountCap(
                                "calls",
                                Scope.ANY,
                                Segment.EVERYONE,
                                OptionalDouble.empty(),
                                OptionalDouble.of(3)));
        Measure calls = new Measure("calls", new float[][] {{1, 1, 1}, {1, 1, 1}});
        Today decided =
                new LookAhead(SETTINGS, new Execution(1), Map.of())
                        .decide(
                                today.with(List.of(), List.of(calls)),
                                List.of(new DaysAhead(1, 1, later.with(List.of(), List.of(calls)))),
                                caps(left),
                                List.of(),
                                rules)
                        .orElseThrow();
        long[] sends = new long[4];
        for (byte offer : decided.joint().offer()) {
            sends[offer]++;
        }
        assertThat(sends[0]).isLessThanOrEqualTo(1);
        assertThat(sends[1]).isGreaterThanOrEqualTo(2);
        assertThat(sends[2]).isEqualTo(1);
        assertThat(sends[3]).isEqualTo(2);
    }

    @Test
    void no_joint_plan_is_no_decision() {
        OfferBook today = book(new float[][] {{1}, {1}}, 0);
        Rules rules = Rules.of(OfferQuota.atLeast("sale", 2));
        assertThat(
                        new LookAhead(SETTINGS, new Execution(1), Map.of())
                                .decide(
                                        today,
                                        List.of(),
                                        caps(new byte[][] {{1}}),
                                        List.of(),
                                        rules))
                .isEmpty();
    }

    @Test
    void other_offers_are_refused() {
        OfferBook today = book(new float[][] {{1}, {1}}, 0);
        OfferBook later = book(new float[][] {{1, 1}, {1, 1}}, 0);
        assertThatThrownBy(
                        () ->
                                decide(
                                        today,
                                        List.of(new DaysAhead(1, 1, later)),
                                        new byte[][] {{1}, {1}},
                                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offers expected from day 1");
        assertThatThrownBy(() -> new DaysAhead(0, 1, later))
                .hasMessage("first day ahead (0) must be 1 or more.");
    }

    private static Today decide(
            OfferBook today, List<DaysAhead> ahead, byte[][] left, List<FlightBudget> budgets) {
        return new LookAhead(SETTINGS, new Execution(1), Map.of())
                .decide(today, ahead, caps(left), budgets, ONE_A_DAY)
                .orElseThrow();
    }

    /** Two contacts within any seven days. */
    private static List<CapAhead> caps(byte[][] left) {
        return List.of(new CapAhead("weekly", Scope.ANY, 2, 7, left));
    }

    private static OfferBook book(float[][] value, float cost) {
        float[][] costs = new float[value.length][value[0].length];
        for (float[] column : costs) {
            Arrays.fill(column, cost);
        }
        return new OfferBook(OFFERS, value, costs);
    }

    private static OfferBook random(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] value = new float[2][customers];
        for (float[] column : value) {
            for (int customer = 0; customer < customers; customer++) {
                column[customer] = (float) (seed * Math.exp(random.nextGaussian()));
            }
        }
        return book(value, 1);
    }

    private static OfferBook open(OfferBook offers, OfferSet[] keptBack) {
        float[][] value = new float[offers.offers().size()][];
        for (int offer = 0; offer < value.length; offer++) {
            value[offer] = offers.value()[offer].clone();
            for (int customer = 0; customer < keptBack.length; customer++) {
                if (keptBack[customer].contains(offer)) {
                    value[offer][customer] = Float.NaN;
                }
            }
        }
        return new OfferBook(offers.offers(), value, offers.cost());
    }
}
