package dev.marginal.optimizer.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Execution;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class MoneyAtRiskTest {
    private static final double Z95 = 1.6448536269514722;
    private static final AllocatorSettings SETTINGS =
            new AllocatorSettings(1e-4, AllocatorSettings.defaults().timeLimit());
    private static final Budget BUDGET = Budget.of(4_000);
    private static final RedeemedCoupons COUPONS = RedeemedCoupons.of(8_000, 7);
    private static final Rules RULES =
            Rules.of(new ContactLimit(Scope.ANY, 1), OfferQuota.atMost("sixty", 600));
    private static final SendPlan PLAIN = plan(BUDGET, 2);
    private static final SendPlan SURE = plan(BUDGET.with(0.95), 2);

    @Test
    void redemptions_exceed_the_budget_in_one_of_twenty_draws_and_not_in_every_other() {
        int draws = 4_000;
        double fiveSigma = 5 * Math.sqrt(0.05 * 0.95 / draws);
        double plain = COUPONS.exceeds(PLAIN, 4_000, draws, 1);
        double sure = COUPONS.exceeds(SURE, 4_000, draws, 2);
        assertThat(plain).isBetween(0.45, 0.55);
        assertThat(sure).isLessThanOrEqualTo(0.05 + fiveSigma).isGreaterThan(0.05 - fiveSigma);
    }

    @Test
    void the_plan_keeps_the_promise_and_uses_it_up() {
        PlanCheck.check(SURE, COUPONS.book(), BUDGET, RULES);
        double most = SURE.spend() + Z95 * deviation(SURE);
        assertThat(most).isLessThanOrEqualTo(4_000).isGreaterThan(3_999);
        assertThat(SURE.gap()).isLessThanOrEqualTo(1e-4);
    }

    @Test
    void the_limits_say_the_budget_and_what_its_confidence_keeps_free() {
        LimitUse budget = SURE.limits().get(0);
        LimitUse sure = SURE.limits().get(1);
        assertThat(budget.limit().name()).isEqualTo("budget");
        assertThat(budget.limit().most()).isEqualTo(4_000_000_000L);
        assertThat(budget.use()).isEqualTo(SURE.spendMicros());
        assertThat(sure.limit().name()).isEqualTo("budget at 95 %");
        assertThat(sure.use()).isLessThanOrEqualTo(sure.limit().most());
        double left = (4_000 - SURE.spend()) / Z95;
        assertThat(sure.limit().most() / 1e6).isCloseTo(left * left, within(1e-5));
        double price = budget.price() * Z95 / (2 * deviation(SURE));
        assertThat(sure.price()).isPositive().isCloseTo(price, within(0.01 * price));
    }

    @Test
    void one_more_unit_of_budget_earns_its_price() {
        SendPlan more = plan(Budget.of(4_100).with(0.95), 2);
        double price = SURE.limits().get(0).price();
        assertThat((more.value() - SURE.value()) / 100).isCloseTo(price, within(0.02 * price));
    }

    @Test
    void the_price_bound_is_what_the_prices_prove_on_every_step_of_the_deviation() {
        PriorityQueue<Step> steps =
                new PriorityQueue<>(Comparator.comparingDouble(Step::bound).reversed());
        steps.add(step(0, 4_000 / Z95));
        while (isLoose(steps.peek())) {
            Step largest = steps.poll();
            double middle = (largest.low + largest.high) / 2;
            steps.add(step(largest.low, middle));
            steps.add(step(middle, largest.high));
        }
        double largest = steps.peek().bound;
        assertThat(SURE.priceBound()).isCloseTo(largest, within(1e-4));
        assertThat(SURE.bound()).isLessThanOrEqualTo(SURE.priceBound());
    }

    /** λ (budget − z pq/(p+q)) + Σ price·limit + everyone's best at λ, λ z/(p+q) and the price. */
    private static Step step(double low, double high) {
        OfferBook book = COUPONS.book();
        double price = SURE.limits().get(0).price();
        double sixty = SURE.limits().get(2).price();
        double scatter = price * Z95 / (low + high);
        double sum = price * (4_000 - Z95 * low * high / (low + high)) + sixty * 600;
        for (int row = 0; row < book.customers(); row++) {
            double best = 0;
            for (int offer = 0; offer < 3; offer++) {
                double paid =
                        price * book.costMicros(offer, row) / 1e6
                                + scatter * variance(offer, row)
                                + (offer == 2 ? sixty : 0);
                best = Math.max(best, book.valueMicros(offer, row) / 1e6 - paid);
            }
            sum += best;
        }
        return new Step(low, high, sum);
    }

    private static boolean isLoose(Step step) {
        double width = step.high - step.low;
        double chord = width * width / (4 * (step.low + step.high));
        return SURE.limits().get(0).price() * Z95 * chord > 1e-7 * step.bound;
    }

    private record Step(double low, double high, double bound) {}

    @Test
    void more_confidence_never_earns_more() {
        SendPlan some = plan(BUDGET.with(0.7), 2);
        SendPlan surest = plan(BUDGET.with(0.999), 2);
        assertThat(some.value()).isLessThanOrEqualTo(PLAIN.bound());
        assertThat(SURE.value()).isLessThanOrEqualTo(some.bound());
        assertThat(surest.value()).isLessThanOrEqualTo(SURE.bound());
        assertThat(surest.bound()).isLessThan(PLAIN.value());
    }

    @Test
    void any_number_of_threads_gives_the_same_plan() {
        for (int threads : new int[] {1, 7}) {
            assertThat(plan(BUDGET.with(0.95), threads)).usingRecursiveComparison().isEqualTo(SURE);
        }
    }

    private static SendPlan plan(Budget budget, int threads) {
        return Allocators.standard(SETTINGS, new Execution(threads))
                .allocate(COUPONS.book(), budget, RULES);
    }

    private static double deviation(SendPlan plan) {
        double variance = 0;
        for (int send = 0; send < plan.sends(); send++) {
            variance += variance(plan.offer()[send], plan.customer()[send]);
        }
        return Math.sqrt(variance);
    }

    private static double variance(int offer, int customer) {
        float amount = COUPONS.book().measures().get(0).amount()[offer][customer];
        return Math.round(amount * 1e6) / 1e6;
    }
}
