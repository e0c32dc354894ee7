package dev.marginal.scenarios.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotteryTest {
    private static final int CUSTOMERS = 40_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Execution TWO = new Execution(2);
    private static final IdColumn IDS =
            IdColumn.of(
                    "customer",
                    IntStream.range(0, CUSTOMERS).mapToObj(i -> "c" + (1_000_000 + i)).toList());

    /**
     * Expected numbers by Python: int(hmac.new(salt, id, 'sha256').hexdigest()[:16], 16) % 10000.
     */
    @Test
    void buckets_are_what_anyone_computes_from_salt_and_id() {
        assertThat(Buckets.of("house-2026", "c1000000")).isEqualTo(3009);
        assertThat(Buckets.of("spring", "Zoë")).isEqualTo(3857);
        assertThat(Buckets.of("house-2026", IDS, TWO)[0]).isEqualTo((short) 3009);
    }

    @Test
    void buckets_do_not_depend_on_threads_and_salts_are_independent() {
        short[] house = Buckets.of("house", IDS, TWO);
        short[] spring = Buckets.of("spring", IDS, TWO);
        long both =
                IntStream.range(0, CUSTOMERS)
                        .filter(i -> house[i] < 1000 && spring[i] < 1000)
                        .count();

        assertThat(Buckets.of("house", IDS, new Execution(1))).isEqualTo(house);
        assertThat((double) both / CUSTOMERS).isCloseTo(0.01, within(0.0015));
    }

    @Test
    void a_holdout_holds_its_buckets_and_a_customer_may_be_in_several() {
        List<Holdout> holdouts =
                List.of(
                        new Holdout("global", "house", 500, 1500),
                        new Holdout("spring", "spring", 0, 500));
        HeldOut heldOut = HeldOut.of(holdouts, IDS, TWO);

        for (int customer = 0; customer < 2_000; customer++) {
            int house = Buckets.of("house", IDS.id(customer));
            int spring = Buckets.of("spring", IDS.id(customer));
            boolean global = house >= 500 && house < 1500;
            assertThat(heldOut.contains(customer)).isEqualTo(global || spring < 500);
            if (heldOut.contains(customer)) {
                assertThat(heldOut.of(customer).name()).isEqualTo(global ? "global" : "spring");
            }
        }
        assertThat(heldOut.customers(0)).isBetween(3_800, 4_200);
        assertThat(heldOut.customers(1)).isBetween(1_850, 2_150);
    }

    @Test
    void explorers_draw_only_what_is_open_to_them_each_choice_alike() {
        Draws draws = draws(0.3);
        int[] arms = new int[4];
        for (int customer : draws.explorers()) {
            byte drawn = draws.drawn()[customer];
            assertThat(drawn == Draws.NOTHING || (draws.open()[customer] >>> drawn & 1) != 0)
                    .isTrue();
            arms[drawn + 1] += Long.bitCount(draws.open()[customer]) == 3 ? 1 : 0;
        }

        int all = Arrays.stream(arms).sum();
        assertThat(IntStream.of(arms).boxed())
                .allSatisfy(
                        count -> assertThat((double) count / all).isCloseTo(0.25, within(0.02)));
        assertThat(draws.explorers().length / (CUSTOMERS * 0.75)).isCloseTo(0.3, within(0.01));
    }

    @Test
    void another_day_draws_anew() {
        Draws today = draws(0.3);
        Draws tomorrow = Draws.of(new Exploration(0.3, "e"), DAY.plusDays(1), IDS, open(), TWO);

        long both = IntStream.of(today.explorers()).filter(tomorrow::explores).count();
        assertThat((double) both / today.explorers().length).isCloseTo(0.3, within(0.02));
    }

    @Test
    void propensities_of_all_arms_add_up_to_one_and_are_how_often_they_come() {
        Draws draws = draws(0.3);
        for (int customer : new int[] {0, 1, 2, 3}) {
            for (long planned :
                    new long[] {0, draws.open()[customer] & 1, 0b101 & draws.open()[customer]}) {
                double sum = 0;
                for (long arm = 0; arm < 8; arm++) {
                    sum += draws.propensity(customer, arm, planned);
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
        }
        // The inverse-probability estimate of how many customers there are, arm by arm.
        double[] estimate = new double[2];
        int could = 0;
        for (int customer = 3; customer < CUSTOMERS; customer += 4) {
            long planned = 1L;
            byte drawn = draws.drawn()[customer];
            long arm =
                    !draws.explores(customer) ? planned : drawn == Draws.NOTHING ? 0 : 1L << drawn;
            double weight = 1 / draws.propensity(customer, arm, planned);
            estimate[0] += arm == 0 ? weight : 0;
            estimate[1] += arm == 1 ? weight : 0;
            could++;
        }
        assertThat(estimate[0] / could).isCloseTo(1, within(0.1));
        assertThat(estimate[1] / could).isCloseTo(1, within(0.01));
    }

    @Test
    void sound_lotteries_pass_and_a_share_that_is_not_kept_fails() {
        HeldOut heldOut = HeldOut.of(List.of(new Holdout("global", "house", 0, 300)), IDS, TWO);
        Draws draws = draws(0.3);
        byte[] bent = draws.drawn().clone();
        for (int customer = 0; customer < CUSTOMERS; customer += 2) {
            bent[customer] = bent[customer] == Draws.NOTHING ? Draws.NO_EXPLORER : bent[customer];
        }

        assertThat(SampleRatio.of(heldOut, draws)).hasSize(3).allMatch(SampleRatio::passes);
        assertThat(SampleRatio.of(heldOut, new Draws(0.3, bent, draws.open())))
                .extracting(SampleRatio::passes)
                .containsExactly(true, false, false);
        HeldOut wrong = new HeldOut(List.of(new Holdout("global", "house", 0, 350)), heldOut.by());
        assertThat(SampleRatio.of(wrong, Draws.none(CUSTOMERS)).get(0).passes()).isFalse();
    }

    @Test
    void a_sound_holdout_is_called_broken_about_once_in_two_thousand_salts_at_most() {
        IdColumn few =
                IdColumn.of("customer", IntStream.range(0, 500).mapToObj(i -> "x" + i).toList());
        long broken =
                IntStream.range(0, 2_000)
                        .filter(
                                salt ->
                                        !SampleRatio.of(
                                                        HeldOut.of(
                                                                List.of(
                                                                        new Holdout(
                                                                                "h",
                                                                                "salt " + salt,
                                                                                0,
                                                                                2_000)),
                                                                few,
                                                                new Execution(1)),
                                                        Draws.none(500))
                                                .get(0)
                                                .passes())
                        .count();

        assertThat(broken).isLessThanOrEqualTo(5);
    }

    private static Draws draws(double share) {
        return Draws.of(new Exploration(share, "e"), DAY, IDS, open(), TWO);
    }

    /** Nothing, one, two and three offers are open in turn. */
    private static long[] open() {
        long[] open = new long[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            open[customer] = new long[] {0, 0b100, 0b011, 0b111}[customer % 4];
        }
        return open;
    }
}
