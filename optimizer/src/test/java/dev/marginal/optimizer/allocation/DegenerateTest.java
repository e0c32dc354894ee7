package dev.marginal.optimizer.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.MediumCampaign;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.tables.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that break methods which look good on smooth ones. */
class DegenerateTest {
    private static final PriceAllocator PRICES =
            new PriceAllocator(AllocatorSettings.defaults(), new Execution(2));

    @Test
    void rows_that_say_almost_the_same() {
        OfferBook book = segmented(20_000, 4, 10, 0);
        List<Limit> limits = new ArrayList<>();
        limits.add(contacts(book, 1));
        for (int copy = 0; copy < 30; copy++) {
            limits.add(spend("copy " + copy, book, Segment.EVERYONE, 0.1 + 1e-5 * (copy % 7)));
        }
        for (int region = 0; region < 10; region++) {
            Segment where = region(book, region);
            limits.add(spend("region " + region, book, where, 0.01));
            limits.add(spend("again " + region, book, where, 0.01));
        }
        assertGap(book, Budget.of(0.1 * oneOffer(book)), limits, 3e-4);
    }

    @ParameterizedTest(name = "{0} customers of {1} kinds, {2} offers")
    @CsvSource({"20000, 1, 3", "20000, 4, 5", "50000, 60, 6", "3000, 2, 2"})
    void scores_that_take_few_values(int customers, int kinds, int offers) {
        OfferBook book = segmented(customers, offers, 4, kinds);
        List<Limit> limits = List.of(contacts(book, 1), sends(book, 0b1, region(book, 1), 0.02));
        SendPlan plan = assertGap(book, Budget.of(0.1 * oneOffer(book)), limits, 1e-3);
        assertThat(plan.bound() - plan.value()).isLessThan(dearest(book));
    }

    @Test
    void identical_customers_share_a_budget_that_does_not_divide() {
        OfferBook book = GeneratedBook.flat(40_000, 3, 7);
        SendPlan plan = assertGap(book, Budget.of(100_000), List.of(), 0);
        assertThat(plan.sends()).isEqualTo(14_285);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 5.5})
    void returns_on_spend_as_a_row_of_both_signs(double atLeast) {
        OfferBook book = segmented(20_000, 4, 4, 0);
        List<Limit> limits = new ArrayList<>();
        limits.add(contacts(book, 1));
        limits.add(roi("all", book, Segment.EVERYONE, atLeast));
        for (int region = 0; region < 4; region++) {
            limits.add(roi("region " + region, book, region(book, region), atLeast + 0.1));
            limits.add(floor(book, region(book, region), 400 + 100 * region));
        }
        assertGap(book, Budget.of(0.3 * oneOffer(book)), limits, 2e-4);
    }

    @Test
    void floors_that_force_losses_everywhere() {
        OfferBook book = segmented(10_000, 3, 20, 0);
        List<Limit> limits = new ArrayList<>();
        limits.add(contacts(book, 2));
        for (int region = 0; region < 20; region++) {
            limits.add(floor(book, region(book, region), 600));
        }
        assertGap(book, Budget.of(1.2 * oneOffer(book)), limits, 5e-4);
    }

    @Test
    void fifty_offers_per_customer() {
        OfferBook book = segmented(8_000, 50, 4, 0);
        List<Limit> limits = new ArrayList<>();
        limits.add(contacts(book, 1));
        for (int offer = 0; offer < 50; offer++) {
            limits.add(sends(book, 1L << offer, Segment.EVERYONE, 0.001));
        }
        assertGap(book, Budget.of(0.15 * oneOffer(book)), limits, 2e-3);
    }

    @Test
    void fifty_offers_and_several_contacts() {
        OfferBook book = segmented(4_000, 50, 4, 0);
        List<Limit> limits = List.of(contacts(book, 3), sends(book, 0xFFFF, Segment.EVERYONE, 0.3));
        assertGap(book, Budget.of(0.4 * oneOffer(book)), limits, 2e-4);
    }

    @Test
    void nothing_to_spend_and_nothing_to_send() {
        OfferBook book = segmented(5_000, 4, 4, 0);
        List<Limit> limits =
                List.of(
                        Limit.sends("none", MediumCampaign.all(book), 0, 0),
                        Limit.spend("no spend", new OfferSet(0b10), 0));
        assertThat(assertGap(book, Budget.of(0), limits, 0).sends()).isZero();
    }

    @Test
    void a_zero_cap_on_one_offer_leaves_the_others() {
        OfferBook book = segmented(20_000, 4, 4, 0);
        List<Limit> limits =
                List.of(
                        contacts(book, 1),
                        Limit.sends("none of the first", new OfferSet(1), 0, 0),
                        Limit.spend(
                                "no spend in a region",
                                MediumCampaign.all(book),
                                region(book, 2),
                                0,
                                0));
        SendPlan plan = assertGap(book, Budget.of(0.1 * oneOffer(book)), limits, 1e-4);
        assertThat(plan.sends()).isPositive();
        for (byte offer : plan.offer()) {
            assertThat(offer).isNotZero();
        }
    }

    @Test
    void every_send_a_loss() {
        OfferBook book = GeneratedBook.flat(30_000, -2, 1);
        assertThat(assertGap(book, Budget.of(100), List.of(), 0).sends()).isZero();
        List<Limit> limits = List.of(floor(book, Segment.EVERYONE, 1_234));
        SendPlan forced = assertGap(book, Budget.of(5_000), limits, 0);
        assertThat(forced.valueMicros()).isEqualTo(-2_468_000_000L);
    }

    @Test
    void every_send_worth_nothing() {
        OfferBook book = GeneratedBook.flat(30_000, 0, 1);
        SendPlan plan = assertGap(book, Budget.of(100), List.of(contacts(book, 1)), 0);
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.value()).isZero();
        List<Limit> limits = List.of(floor(book, Segment.EVERYONE, 99));
        assertThat(assertGap(book, Budget.of(100), limits, 0).sends()).isBetween(99, 100);
    }

    @Test
    void one_customer() {
        OfferBook book = segmented(1, 6, 1, 0);
        List<Limit> limits = List.of(contacts(book, 2), sends(book, 0b111, Segment.EVERYONE, 1));
        assertGap(book, Budget.of(0.5 * oneOffer(book) * 6), limits, 1);
    }

    @Test
    void no_limits_at_all() {
        OfferBook book = segmented(50_000, 6, 4, 0);
        SendPlan plan = assertGap(book, Budget.unlimited(), List.of(), 0);
        assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(plan.limits()).isEmpty();
    }

    @Test
    void limits_that_nobody_can_use() {
        OfferBook all = segmented(20_000, 3, 5, 0);
        float[][] value = all.value().clone();
        value[2] = new float[all.customers()];
        Arrays.fill(value[2], Float.NaN);
        OfferBook book =
                new OfferBook(all.offers(), value, all.cost(), all.segmentations(), all.measures());
        List<Limit> limits =
                List.of(
                        contacts(book, 1),
                        Limit.sends("never allowed", new OfferSet(0b100), 0, 10),
                        Limit.sends("no offers", new OfferSet(0), 0, 10),
                        Limit.sends("out of reach", new OfferSet(0b11), 0, 1_000_000));
        assertGap(book, Budget.of(0.1 * oneOffer(book)), limits, 1e-4);
    }

    private static SendPlan assertGap(
            OfferBook book, Budget budget, List<Limit> limits, double gap) {
        Rules rules = Rules.of(terms -> limits.stream());
        SendPlan plan = PRICES.allocate(book, budget, rules);
        PlanCheck.check(plan, book, budget, rules);
        assertThat(plan.gap()).isLessThanOrEqualTo(gap);
        if (gap == 0) {
            assertThat(plan.outcome()).isEqualTo(Outcome.OPTIMAL);
        }
        return plan;
    }

    private static OfferBook segmented(int customers, int offers, int regions, int kinds) {
        OfferBook book = GeneratedBook.of(customers, offers, 41, kinds);
        return MediumCampaign.withSegments(book, regions, 41);
    }

    /** One offer to everyone, on average, in currency. */
    private static double oneOffer(OfferBook book) {
        return GeneratedBook.fullSpend(book) / book.offers().size();
    }

    /** The largest value of one send. */
    private static double dearest(OfferBook book) {
        double most = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            most = Math.max(most, book.valueExtent(offer).largest());
        }
        return most;
    }

    private static Segment region(OfferBook book, int region) {
        return Segment.of("region", book.segmentations().get(0).names().get(region));
    }

    private static Limit contacts(OfferBook book, int most) {
        return Limit.personal("contacts", MediumCampaign.all(book), most);
    }

    private static Limit sends(OfferBook book, long offers, Segment where, double share) {
        long most = (long) (share * book.customers());
        return Limit.sends("sends " + offers, new OfferSet(offers), where, 0, most);
    }

    private static Limit spend(String name, OfferBook book, Segment where, double share) {
        return Limit.spend(name, MediumCampaign.all(book), where, 0, share * oneOffer(book));
    }

    private static Limit floor(OfferBook book, Segment where, long least) {
        return Limit.sends(
                "reach " + where, MediumCampaign.all(book), where, least, Limit.Shared.UNLIMITED);
    }

    private static Limit roi(String name, OfferBook book, Segment where, double atLeast) {
        OfferSet all = MediumCampaign.all(book);
        List<Limit.Part> parts =
                List.of(
                        new Limit.Part(all, where, Charge.COST, Math.round(10 * atLeast)),
                        new Limit.Part(all, where, Charge.VALUE, -10));
        return new Limit.Shared("roi " + name, parts, Limit.Shared.NO_FLOOR, 0);
    }
}
