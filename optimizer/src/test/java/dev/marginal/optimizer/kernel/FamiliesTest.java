package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamiliesTest {
    private static final OfferSet BOTH = new OfferSet(0b11);

    @Test
    void limits_for_everyone_are_one_family() {
        Instance instance = instance(book(20, 3), Limit.personal("contacts", BOTH, 1));
        assertThat(instance.families().count()).isOne();
        assertThat(instance.families().of()).isEmpty();
        assertThat(instance.families().atMostOne()).isTrue();
    }

    @Test
    void customers_differ_by_what_they_may_get_and_not_by_why() {
        Instance instance =
                instance(
                        book(60, 4),
                        Limit.personal("none", BOTH, Segment.of("cap 0", "0"), 0),
                        Limit.personal("none", BOTH, Segment.of("cap 1", "0"), 0),
                        Limit.personal("one", BOTH, Segment.of("cap 0", "1"), 1),
                        Limit.personal("one", BOTH, Segment.of("cap 1", "1"), 1),
                        Limit.personal("two", BOTH, Segment.of("cap 0", "2"), 2));
        assertThat(instance.families().count()).isEqualTo(3);
        assertThat(instance.cells()).isOne();
        for (int customer = 0; customer < 60; customer++) {
            int left = Math.min(customer % 4, customer / 4 % 4);
            assertThat(instance.personal(customer).admits(0b01)).isEqualTo(left > 0);
            assertThat(instance.personal(customer).admits(0b11)).isEqualTo(left > 1);
        }
    }

    @Test
    void a_dozen_caps_make_as_many_families_as_customers_differ() {
        OfferBook book = book(500, 4);
        List<Limit> limits = new ArrayList<>();
        for (int cap = 0; cap < 14; cap++) {
            for (int left = 0; left < 3; left++) {
                Segment where = Segment.of("cap " + cap, 3 - left + "");
                limits.add(Limit.personal(cap + " " + left, BOTH, where, left));
            }
        }
        Instance instance = instance(book, limits.toArray(Limit[]::new));
        assertThat(instance.families().count()).isEqualTo(3);
    }

    @Test
    void where_nobody_may_get_two_the_fast_way_chooses_what_the_slow_way_does() {
        OfferBook book = book(5_000, 3);
        Instance instance =
                instance(
                        book,
                        Limit.personal("one", BOTH, 1),
                        Limit.personal("none", BOTH, Segment.of("cap 0", "0"), 0),
                        Limit.personal("a", new OfferSet(1), Segment.of("cap 0", "1"), 0));
        assertThat(instance.families().atMostOne()).isTrue();
        try (Workers workers = new Workers(new Execution(2))) {
            Rates rates = instance.rates(new double[0]);
            long[] fast = new Pass(instance, instance.columns(), workers).choices(rates);
            Choosers slow = Choosers.of(instance.families());
            double[] reduced = new double[2];
            for (int customer = 0; customer < fast.length; customer++) {
                instance.columns().reduce(rates, customer, reduced);
                assertThat(fast[customer])
                        .isEqualTo(slow.of(instance.columns(), customer).choose(reduced));
            }
        }
    }

    private static Instance instance(OfferBook book, Limit... limits) {
        return Instance.of(book, List.of(limits));
    }

    /** Two offers; column "cap k" is the k-th digit of the customer's number. */
    private static OfferBook book(int customers, int base) {
        SplittableRandom random = new SplittableRandom(7);
        float[][] value = new float[2][customers];
        for (float[] offer : value) {
            for (int customer = 0; customer < customers; customer++) {
                offer[customer] = random.nextInt(-3, 7);
            }
        }
        List<Segmentation> columns = new ArrayList<>();
        for (int cap = 0; cap < 14; cap++) {
            int digit = (int) Math.pow(base, cap);
            int[] code = IntStream.range(0, customers).map(one -> one / digit % base).toArray();
            List<String> names = IntStream.range(0, base).mapToObj(left -> left + "").toList();
            columns.add(new Segmentation("cap " + cap, names, code));
        }
        return new OfferBook(
                List.of(new Offer("a", "push"), new Offer("b", "email")),
                value,
                new float[2][customers],
                columns,
                List.of());
    }
}
