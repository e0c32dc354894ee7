package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.DESK;
import static dev.marginal.scenarios.whatif.SmallDesk.EVERYDAY;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.whatif.walks.Sensitivities;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a plan that departs little from another. */
class NearPlanTest {
    private static final String BOUND = "changes to the plan";

    @Test
    void customers_move_for_reasons_where_costs_change_and_the_bound_binds() {
        Answer near =
                answer("{near: {plan: plan, at_most: 0.05}, costs: [{of: coupon, per_order: -1}]}");
        List<Difference.Move> moves = near.minus(EVERYDAY).moves();

        assertThat(near.plan().sends().limits())
                .anyMatch(use -> use.limit().name().startsWith(BOUND) && use.binds());
        assertThat(MoveReasons.of(near, EVERYDAY, moves))
                .hasSameSizeAs(moves)
                .isNotEmpty()
                .doesNotContain("");
    }

    @Test
    void other_limits_are_moved_while_the_bound_holds() {
        Answer near = answer("{near: {plan: plan, at_most: 0.1}, budget: +30%}");

        List<Sensitivity> all = new Sensitivities(DESK).of(near);

        assertThat(near.plan().sends().limits())
                .anyMatch(use -> use.limit().name().startsWith(BOUND));
        assertThat(all)
                .extracting(Sensitivity::limit)
                .containsExactlyInAnyOrder("budget", "channel push, sends");
    }
}
