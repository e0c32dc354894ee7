package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Reordered;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every allocator promises where there are too many plans to try. */
class MediumContractTest {
    @ParameterizedTest
    @EnumSource(AllocatorKind.class)
    void any_number_of_threads_gives_the_same_plan(AllocatorKind kind) {
        OfferBook book = book(kind == AllocatorKind.EXACT ? 400 : 40_000);
        Budget budget = budget(book, 0.3);
        SendPlan alone = plan(kind, 1, book, budget);
        for (int threads : new int[] {2, 7}) {
            assertThat(plan(kind, threads, book, budget))
                    .usingRecursiveComparison()
                    .isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AllocatorKind.class,
            names = {"EXACT", "PRICE", "STANDARD"})
    void the_order_of_customers_changes_no_bound_and_hardly_a_plan(AllocatorKind kind) {
        OfferBook book = book(kind == AllocatorKind.PRICE ? 20_000 : 400);
        SendPlan plan = plan(kind, 2, book, budget(book, 0.3));
        OfferBook other = Reordered.book(book, Reordered.shuffled(book.customers(), 7));
        SendPlan reordered = plan(kind, 2, other, budget(book, 0.3));
        if (kind.proves()) {
            assertThat(reordered.valueMicros()).isEqualTo(plan.valueMicros());
            assertThat(reordered.bound()).isEqualTo(plan.bound());
        } else {
            double gap = Math.max(plan.gap(), reordered.gap());
            assertThat(gap).isLessThan(1e-4);
            assertThat(Math.abs(reordered.bound() - plan.bound())).isLessThan(gap * plan.bound());
        }
    }

    @ParameterizedTest
    @EnumSource(AllocatorKind.class)
    void doubling_the_budget_never_lowers_the_value(AllocatorKind kind) {
        OfferBook book = book(kind == AllocatorKind.EXACT ? 400 : 10_000);
        long before = Long.MIN_VALUE;
        double bound = Double.NEGATIVE_INFINITY;
        for (double share = 0.1; share < 4; share *= 2) {
            SendPlan plan = plan(kind, 2, book, budget(book, share));
            assertThat(plan.bound()).isGreaterThanOrEqualTo(bound);
            if (kind != AllocatorKind.RANDOM) {
                assertThat(plan.valueMicros()).isGreaterThanOrEqualTo(before);
            }
            before = plan.valueMicros();
            bound = plan.value();
        }
    }

    private static SendPlan plan(AllocatorKind kind, int threads, OfferBook book, Budget budget) {
        Rules rules = rules(book);
        SendPlan plan = kind.on(threads).allocate(book, budget, rules);
        PlanCheck.check(plan, book, budget, rules);
        return plan;
    }

    private static OfferBook book(int customers) {
        return MediumCampaign.withSegments(GeneratedBook.of(customers, 5, 3), 4, 3);
    }

    private static Budget budget(OfferBook book, double share) {
        return Budget.of(share * GeneratedBook.fullSpend(book) / book.offers().size());
    }

    /**
     * Contacts, fewer in two regions, a cap and a reach in each region, a cap on minutes, a share
     * and a return.
     */
    private static Rules rules(OfferBook book) {
        OfferSet all = MediumCampaign.all(book);
        int customers = book.customers();
        List<Limit> limits = new ArrayList<>();
        limits.add(Limit.personal("contacts", all, 2));
        limits.add(Limit.personal("one of two", new OfferSet(0b11), 1));
        limits.add(
                Limit.personal("none left", new OfferSet(0b110), Segment.of("region", "west"), 0));
        limits.add(Limit.personal("one left", all, Segment.of("region", "east"), 1));
        for (String region : book.segmentations().get(0).names()) {
            Segment where = Segment.of("region", region);
            limits.add(Limit.sends(region, new OfferSet(0b101), where, 0, customers / 30));
            limits.add(Limit.sends("reach " + region, all, where, customers / 80, customers));
        }
        limits.add(
                row("minutes", customers * 800_000L, part(all, "north", new Charge("minutes"), 1)));
        limits.add(
                row(
                        "a third at most",
                        0,
                        part(all, "south", Charge.SENDS, 3),
                        new Limit.Part(all, Segment.EVERYONE, Charge.SENDS, -1)));
        limits.add(
                row(
                        "return",
                        0,
                        part(all, "east", Charge.COST, 2),
                        part(all, "east", Charge.VALUE, -1)));
        return Rules.of(terms -> limits.stream());
    }

    private static Limit row(String name, long most, Limit.Part... parts) {
        return new Limit.Shared(name, List.of(parts), Limit.Shared.NO_FLOOR, most);
    }

    private static Limit.Part part(OfferSet offers, String region, Charge charge, long weight) {
        return new Limit.Part(offers, Segment.of("region", region), charge, weight);
    }
}
