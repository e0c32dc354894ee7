package dev.marginal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Source;
import dev.marginal.uplift.UpliftScores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What offers are worth where later orders count. */
class FutureValuationTest {
    private static final List<CampaignOffer> OFFERS =
            List.of(
                    new CampaignOffer(new Offer("push", "push"), "push", .1, 0),
                    new CampaignOffer(new Offer("coupon", "coupon"), "c5", .1, 5));
    private static final Objective VALUE =
            new Objective.Value(
                    new FutureValue(
                            new Source.Files(Path.of("."), "value.csv"),
                            "id",
                            "value_of_an_order"));

    @Test
    void an_offer_is_worth_its_uplift_and_what_its_extra_orders_bring_later() {
        UpliftScores scores = scores(new float[] {.1f}, new float[] {.3f}, new float[] {.2f});

        OfferBook book = new Valuation(OFFERS, VALUE).value(scores, traits(50));

        assertThat(book.value()[1][0]).isEqualTo(2 + (.3f - .2f) * 50, within(1e-5f));
        assertThat(book.cost()[1][0]).isEqualTo(.1f + .3f * 5, within(1e-6f));
    }

    @Test
    void an_offer_that_makes_orders_rarer_costs_future_value() {
        UpliftScores scores = scores(new float[] {.1f}, new float[] {.3f}, new float[] {.2f});

        OfferBook book = new Valuation(OFFERS, VALUE).value(scores, traits(50));

        assertThat(book.value()[0][0]).isEqualTo(1 + (.1f - .2f) * 50, within(1e-5f));
    }

    @Test
    void where_an_order_is_worth_nothing_later_the_value_is_the_uplift() {
        UpliftScores scores = scores(new float[] {.1f}, new float[] {.3f}, new float[] {.2f});

        OfferBook book = new Valuation(OFFERS, VALUE).value(scores, traits(0));

        assertThat(book.value()).isDeepEqualTo(scores.uplift());
    }

    @Test
    void scores_that_do_not_tell_who_orders_anyway_cannot_be_valued() {
        UpliftScores blind =
                new UpliftScores(
                        List.of("push", "c5"), new float[2][1], new float[2][1], new float[1]);

        assertThatThrownBy(() -> new Valuation(OFFERS, VALUE).value(blind, traits(1)))
                .hasMessageContaining("orders without any treatment (unknown) must be known");
    }

    /** Every way to send at most one offer to each of six customers. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_plan_has_the_most_of_both_parts_that_any_plan_within_the_budget_has(long seed) {
        Random random = new Random(seed);
        int customers = 6;
        float[][] column = new float[6][customers];
        for (float[] one : column) {
            for (int i = 0; i < customers; i++) {
                one[i] = random.nextFloat();
            }
        }
        for (int i = 0; i < customers; i++) {
            column[5][i] *= 20;
        }
        UpliftScores scores =
                new UpliftScores(
                        List.of("push", "c5"),
                        new float[][] {column[0], column[1]},
                        new float[][] {column[2], column[3]},
                        new float[customers],
                        Optional.empty(),
                        Optional.of(column[4]));
        double budget = 6;

        OfferBook book = new Valuation(OFFERS, VALUE).value(scores, traits(column[5]));
        SendPlan plan =
                Allocators.standard(AllocatorSettings.defaults(), new Execution(1))
                        .allocate(
                                book, Budget.of(budget), Rules.of(new ContactLimit(Scope.ANY, 1)));

        assertThat(plan.value()).isEqualTo(best(column, 0, budget), within(1e-4));
        ValueParts parts =
                ValueParts.of(
                        new CampaignPlan(scores, book, plan),
                        OFFERS,
                        traits(column[5]).future().orElseThrow());
        assertThat(parts.gmvMicros() + parts.futureMicros()).isEqualTo(plan.valueMicros());
    }

    /** The most that customers from one on can bring. */
    private static double best(float[][] of, int customer, double left) {
        if (customer == of[0].length) {
            return 0;
        }
        double most = best(of, customer + 1, left);
        for (int offer = 0; offer < 2; offer++) {
            double orders = of[2 + offer][customer];
            double cost = .1 + (offer == 0 ? 0 : 5 * orders);
            double value = of[offer][customer] + (orders - of[4][customer]) * of[5][customer];
            if (cost <= left) {
                most = Math.max(most, value + best(of, customer + 1, left - cost));
            }
        }
        return most;
    }

    private static UpliftScores scores(float[] push, float[] coupon, float[] anyway) {
        return new UpliftScores(
                List.of("push", "c5"),
                new float[][] {{1}, {2}},
                new float[][] {push, coupon},
                new float[1],
                Optional.empty(),
                Optional.of(anyway));
    }

    private static Traits traits(float... ofAnOrder) {
        return new Traits(List.of(), Map.of())
                .with(new FutureValues(ofAnOrder, ofAnOrder.length, ""));
    }
}
