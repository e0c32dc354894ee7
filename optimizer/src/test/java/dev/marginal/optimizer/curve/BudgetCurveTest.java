package dev.marginal.optimizer.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.BudgetCurve;
import dev.marginal.optimizer.GeneratedBook;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.PlanCheck;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetCurveTest {
    private static final OfferBook BOOK = GeneratedBook.of(30_000, 6, 5);
    private static final double FULL = GeneratedBook.fullSpend(BOOK);
    private static final double DEAREST =
            IntStream.range(0, 6)
                    .mapToDouble(o -> BOOK.costExtent(o).largest())
                    .max()
                    .orElseThrow();
    private static final List<Rules> EACH_ALONE =
            List.of(Rules.of(new ContactLimit(Scope.ANY, 1)), Rules.of());

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.02, 0.05, 0.12})
    void one_curve_knows_what_every_other_budget_earns(double share) {
        for (Rules rules : EACH_ALONE) {
            BudgetCurve curve = plan(Budget.of(0.05 * FULL), rules).curve().orElseThrow();
            Budget budget = Budget.of(share * FULL);
            SendPlan plan = plan(budget, rules);
            PlanCheck.check(plan, BOOK, budget, rules);
            double oneSend = curve.priceAt(share * FULL) * DEAREST;
            assertThat(curve.valueAt(share * FULL)).isCloseTo(plan.value(), within(oneSend));
            assertThat(curve.valueAt(share * FULL)).isLessThanOrEqualTo(plan.bound() * (1 + 1e-9));
        }
    }

    @Test
    void every_further_coin_earns_less() {
        for (Rules rules : EACH_ALONE) {
            BudgetCurve curve = plan(Budget.of(0.05 * FULL), rules).curve().orElseThrow();
            assertThat(curve.spend()).isSorted().hasSizeGreaterThan(500);
            assertThat(curve.value()).isSorted();
            for (int corner = 1; corner < curve.price().length; corner++) {
                assertThat(curve.price()[corner]).isLessThan(curve.price()[corner - 1]);
            }
            assertThat(curve.price()[curve.price().length - 1]).isZero();
        }
    }

    @Test
    void beyond_the_plateau_a_plan_spends_no_more() {
        Rules rules = EACH_ALONE.get(0);
        BudgetCurve curve = plan(Budget.of(0.05 * FULL), rules).curve().orElseThrow();
        SendPlan rich = plan(Budget.of(curve.plateau() + 1000), rules);
        assertThat(rich.spend()).isCloseTo(curve.plateau(), within(1e-6));
        assertThat(rich.value()).isCloseTo(curve.valueAt(1e9), within(1e-6));
    }

    @Test
    void a_second_shared_limit_leaves_no_curve_to_tell() {
        Rules rules = Rules.of(new ContactLimit(Scope.ANY, 1), ChannelCap.sends("push", 100));
        assertThat(plan(Budget.of(0.05 * FULL), rules).curve()).isEmpty();
    }

    private static SendPlan plan(Budget budget, Rules rules) {
        return new PriceAllocator(AllocatorSettings.defaults(), new Execution(2))
                .allocate(BOOK, budget, rules);
    }
}
