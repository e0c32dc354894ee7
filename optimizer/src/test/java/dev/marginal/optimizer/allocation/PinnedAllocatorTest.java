package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.BruteForce;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.SmallCampaign;
import dev.marginal.optimizer.SmallCampaigns;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PinnedAllocatorTest {
    @Property(seed = "1", tries = 300)
    void plans_with_pins_are_honest_beside_every_plan_that_has_them(
            @ForAll(supplier = SmallCampaigns.class) SmallCampaign campaign, @ForAll long seed) {
        Pins pins = pins(campaign.book(), new SplittableRandom(seed), 3);
        OptionalLong best = bestWith(pins, campaign);
        for (AllocatorKind kind : AllocatorKind.values()) {
            SendPlan plan =
                    new PinnedAllocator(pins, kind.on(1))
                            .allocate(campaign.book(), campaign.budget(), campaign.rules());
            if (best.isEmpty()) {
                assertThat(plan.outcome()).isIn(Outcome.INFEASIBLE, Outcome.NOT_FOUND);
                assertThat(plan.sends()).isZero();
                assertThat(kind.proves() && plan.conflict().isEmpty()).isFalse();
            } else if (kind.searches() || plan.outcome() != Outcome.NOT_FOUND) {
                PlanCheck.check(plan, campaign.book(), campaign.budget(), campaign.rules());
                assertThat(plan.bound()).isGreaterThanOrEqualTo(best.getAsLong() / 1e6);
                assertThat(plan.valueMicros()).isLessThanOrEqualTo(best.getAsLong());
                assertThat(kind.proves() && plan.outcome() != Outcome.OPTIMAL).isFalse();
                assertHas(plan, pins, campaign.book());
            }
        }
    }

    @Test
    void many_pins_among_many_customers_are_kept_to_the_last_unit() {
        OfferBook book = GeneratedBook.of(30_000, 4, 3);
        Rules rules = Rules.of(new ContactLimit(Scope.ANY, 1), ChannelCap.sends("push", 4_000));
        Budget budget = Budget.of(0.05 * GeneratedBook.fullSpend(book));
        Pins pins = pins(book, new SplittableRandom(5), 50);
        SendPlan plan =
                new PinnedAllocator(pins, AllocatorKind.PRICE.on(2)).allocate(book, budget, rules);
        PlanCheck.check(plan, book, budget, rules);
        assertHas(plan, pins, book);
        assertThat(plan.gap()).isLessThan(1e-4);
        SendPlan free = AllocatorKind.PRICE.on(2).allocate(book, budget, rules);
        assertThat(plan.value()).isLessThan(free.bound());
    }

    @Test
    void pins_that_break_a_limit_alone_are_told_in_words() {
        OfferBook book = GeneratedBook.of(1_000, 2, 3);
        int[] customers = IntStream.range(0, 10).toArray();
        Pins pins =
                new Pins(
                        customers,
                        IntStream.of(customers)
                                .mapToObj(customer -> new OfferSet(0b11))
                                .toArray(OfferSet[]::new));
        Rules rules =
                Rules.of(
                        new ContactLimit(Scope.ANY, 1),
                        terms -> Stream.of(Limit.sends("reserve", new OfferSet(0b10), 0, 9)));
        SendPlan plan =
                new PinnedAllocator(pins, AllocatorKind.STANDARD.on(1))
                        .allocate(book, Budget.unlimited(), rules);
        assertThat(plan.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(plan.conflict())
                .containsExactly(
                        "contacts allows at most 1 to one customer, and 10 customers have more pinned",
                        "reserve allows at most 9 sends, and pinned sends alone use 10");
    }

    @Test
    void pins_of_what_the_book_forbids_are_refused() {
        OfferBook book =
                new OfferBook(book().offers(), new float[][] {{Float.NaN}}, new float[1][1]);
        PinnedAllocator allocator =
                new PinnedAllocator(
                        new Pins(new int[] {0}, new OfferSet[] {new OfferSet(1)}),
                        AllocatorKind.STANDARD.on(1));
        assertThatThrownBy(() -> allocator.allocate(book, Budget.unlimited(), Rules.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "pinned offer of customer number 0 (0) must be one that the book allows.");
    }

    private static OfferBook book() {
        return GeneratedBook.of(1, 1, 1);
    }

    /** About one customer in {@code oneIn} gets one offer or nothing, at random. */
    private static Pins pins(OfferBook book, SplittableRandom random, int oneIn) {
        List<Integer> customers = new ArrayList<>();
        List<OfferSet> sets = new ArrayList<>();
        for (int customer = 0; customer < book.customers(); customer++) {
            int offer = random.nextInt(book.offers().size() + 1) - 1;
            if (random.nextInt(oneIn) == 0 && (offer < 0 || book.allows(offer, customer))) {
                customers.add(customer);
                sets.add(new OfferSet(offer < 0 ? 0 : 1L << offer));
            }
        }
        return new Pins(
                customers.stream().mapToInt(Integer::intValue).toArray(),
                sets.toArray(OfferSet[]::new));
    }

    /** The best of all plans in which pinned customers get what is pinned: by further limits. */
    private static OptionalLong bestWith(Pins pins, SmallCampaign campaign) {
        OfferBook book = campaign.book();
        int[] code = IntStream.range(0, book.customers()).toArray();
        List<String> names = IntStream.range(0, code.length).mapToObj(one -> one + "").toList();
        List<Segmentation> columns = new ArrayList<>(book.segmentations());
        columns.add(new Segmentation("self", names, code));
        List<Measure> measures = book.measures();
        List<Limit> limits = new ArrayList<>(campaign.limits());
        long all = MediumCampaign.all(book).bits();
        for (int pin = 0; pin < pins.customers(); pin++) {
            Segment self = Segment.of("self", names.get(pins.customer()[pin]));
            long set = pins.offers()[pin].bits();
            limits.add(Limit.personal("nothing else", new OfferSet(all & ~set), self, 0));
            limits.add(
                    Limit.sends("the pin", new OfferSet(set), self, Long.bitCount(set), all + 1));
        }
        return BruteForce.best(
                book.with(columns, measures),
                campaign.budget(),
                Rules.of(terms -> limits.stream()));
    }

    private static void assertHas(SendPlan plan, Pins pins, OfferBook book) {
        long[] sets = PlanCheck.sets(plan, book);
        for (int pin = 0; pin < pins.customers(); pin++) {
            assertThat(sets[pins.customer()[pin]]).isEqualTo(pins.offers()[pin].bits());
        }
    }
}
