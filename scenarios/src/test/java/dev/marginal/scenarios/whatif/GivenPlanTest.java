package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.EVERYDAY;
import static dev.marginal.scenarios.whatif.SmallDesk.FOLDER;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.IdColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plans that somebody else made, judged in today's campaign. */
class GivenPlanTest {
    private static final IdColumn IDS = SmallDesk.DESK.valued().audience().ids();
    private static final double BUDGET = 375;
    private static final int COUPON_5 = 1;
    private static final int COUPON_10 = 2;

    @Test
    void a_published_plan_is_worth_here_what_it_was_worth_there_and_breaks_nothing() {
        SendPlan published = SmallDesk.PLANNED.plan().sends();

        Answer given = answer("{given: plan}");

        assertThat(given.plan().sends().valueMicros()).isEqualTo(published.valueMicros());
        assertThat(given.plan().sends().spendMicros()).isEqualTo(published.spendMicros());
        assertThat(given.plan().sends().customer()).isEqualTo(published.customer());
        assertThat(given.violations()).isEmpty();
        assertThat(given.scenario().words()).isEqualTo("the given sends of plan");
    }

    @Test
    void what_a_given_plan_breaks_is_told_with_numbers_and_is_an_answer() throws IOException {
        int customers = IDS.rows();
        Files.writeString(
                FOLDER.resolve("everything.csv"),
                "offer,customer\n"
                        + IntStream.range(0, customers)
                                .mapToObj(
                                        row -> "push,%1$s\ncoupon_10,%1$s\n".formatted(IDS.id(row)))
                                .collect(Collectors.joining())
                        + "sms,%s\npush,nobody\npush,%s\n".formatted(IDS.id(0), IDS.id(0)));

        Answer given = answer("{given: {plan: everything.csv}}");

        assertThat(given.plan().sends().sends()).isEqualTo(2 * customers);
        assertThat(given.violations())
                .startsWith(
                        "1 send is of sms, which is no offer here; there are push, coupon_5, coupon_10. Not counted.",
                        "1 send goes to nobody in the audience. Not counted.",
                        "1 send repeats an offer to the same customer. Counted once.")
                .anyMatch(
                        broken ->
                                broken.startsWith("budget: ")
                                        && broken.contains(" is above its limit of 375.00, by "))
                .contains("channel push, sends: 1,500 is above its limit of 600, by 900.");
    }

    @Test
    void its_difference_from_the_campaign_as_it_is_adds_up_like_any_other() {
        Answer given = answer("{given: plan, costs: [{of: coupon, per_order: 2}]}");

        Difference difference = given.minus(EVERYDAY);

        assertThat(difference.spend()).isPositive();
        assertThat(difference.moves().stream().mapToDouble(Difference.Move::spend).sum())
                .isEqualTo(difference.spend(), within(1e-6));
        assertThat(given.violations()).anyMatch(broken -> broken.startsWith("budget: "));
        assertThat(given.forecast().incrementalGmv()).isEmpty();
    }

    @Test
    void a_folder_that_holds_no_plan_is_told_and_strangers_are_no_pins() throws IOException {
        Files.writeString(FOLDER.resolve("other.csv"), "customer,offer\nnobody,push\n");

        assertThatThrownBy(() -> answer("{given: nowhere}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nowhere: is not there.")
                .hasMessageContaining("a CSV file with the columns customer and offer");
        assertThatThrownBy(() -> answer("{beside: other.csv}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "is not a plan of this campaign and its audience: 1 send goes to nobody in the audience.");
    }

    @Test
    void sends_judged_one_by_one_come_to_the_same() {
        GivenSends.Judgement judged = GivenSends.judge(EVERYDAY, Map.of(5, 7L, 3, 1L));

        assertThat(judged.sends()).isEqualTo(4);
        assertThat(judged.violations())
                .containsExactly(
                        "contacts: 1 customer gets more than 2.",
                        "contacts coupon: 1 customer gets more than 1.");
    }

    @Test
    void a_budget_with_a_confidence_judges_given_sends_by_their_own_spend_and_variance() {
        Answer best = SmallDesk.SURE.answer(Scenario.EVERYDAY);
        LimitUse promise = best.plan().sends().limits().get(1);
        Sends daring = Sends.of(best.plan().offers(), COUPON_10, 0.99 * BUDGET);
        Sends careful = Sends.of(best.plan().offers(), COUPON_5, 1.01 * BUDGET);

        assertThat(promise.limit().name()).isEqualTo("budget at 95 %");
        assertThat(daring.variance()).isGreaterThan(promise.limit().most() / 1e6);
        assertThat(GivenSends.judge(best, daring.sets()).violations()).isEmpty();
        assertThat(careful.variance()).isLessThan(promise.limit().most() / 1e6);
        assertThat(careful.spend()).isLessThan(BUDGET);
        assertThat(GivenSends.judge(best, careful.sets()).violations())
                .singleElement()
                .asString()
                .startsWith("budget at 95 %: ")
                .contains(" is above its limit of ");
    }

    /**
     * One offer to one customer after the other.
     *
     * @param spend in currency
     * @param variance in currency squared
     */
    private record Sends(Map<Integer, Long> sets, double spend, double variance) {
        /**
         * As many as are needed for their spend and 1.645 standard deviations to come to so much.
         */
        static Sends of(OfferBook book, int offer, double most) {
            Map<Integer, Long> sets = new HashMap<>();
            float[][] variances = book.measures().get(0).amount();
            double spend = 0;
            double variance = 0;
            for (int customer = 0; spend + 1.645 * Math.sqrt(variance) < most; customer++) {
                sets.put(customer, 1L << offer);
                spend += book.costMicros(offer, customer) / 1e6;
                variance += variances[offer][customer];
            }
            return new Sends(sets, spend, variance);
        }
    }
}
