package dev.marginal.scenarios.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.walks.FrontierWalk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a walk along budgets begins and how it ends. */
class FrontierTest {
    private static final int POINTS = 20;
    private static final double FLOOR = 400;
    private static final FrontierWalk FREE = new FrontierWalk(SmallDesk.DESK, List.of());

    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger plans = new AtomicInteger();

    /** Has the walk ended while the second point is planned; the first two ask for the plateau. */
    private final class EndedAtTheSecondPoint implements Change {
        @Override
        public Brief applyTo(Brief brief) {
            if (plans.incrementAndGet() == 4) {
                cancellation.cancel();
            }
            return brief;
        }

        @Override
        public String words() {
            return "nothing";
        }
    }

    @Test
    void a_frontier_that_is_ended_stops_after_the_point_in_hand_and_keeps_its_points() {
        Frontier whole = new FrontierWalk(SmallDesk.DESK, List.of()).frontier(4);
        FrontierWalk walk =
                new FrontierWalk(
                        SmallDesk.DESK, List.of(new EndedAtTheSecondPoint()), cancellation);
        Frontier ended = walk.frontier(4);

        assertThat(ended.points()).isEqualTo(whole.points().subList(0, 2));
        assertThat(ended.plateau()).isEqualTo(whole.plateau());
        assertThat(ended.cancelled()).isTrue();
        assertThat(ended.current()).isEmpty();
        assertThat(ended.breakEven()).isEmpty();
        assertThat(walk.reaching(1)).isEmpty();
        assertThat(plans).hasValue(4);
        assertThat(whole.cancelled()).isFalse();
        assertThat(whole.current()).isPresent();
    }

    @Test
    void budgets_too_small_for_a_floor_of_spend_have_no_point_and_the_largest_is_told() {
        Frontier frontier = spending(FLOOR).frontier(POINTS);

        List<Double> enough =
                IntStream.rangeClosed(1, POINTS)
                        .mapToObj(step -> BudgetPoint.cents(frontier.plateau() * step / POINTS))
                        .filter(budget -> budget >= FLOOR)
                        .toList();
        assertThat(frontier.points()).extracting(BudgetPoint::budget).isEqualTo(enough);
        assertThat(enough).hasSizeLessThan(POINTS);
        double own = SmallDesk.FILE.budget().atMost().orElseThrow();
        assertThat(own).isBetween(frontier.plateau() * (POINTS - enough.size()) / POINTS, FLOOR);
        assertThat(frontier.tooLittle()).hasValue(own);
        assertThat(frontier.points()).allMatch(point -> point.spend() >= FLOOR);
        assertThat(frontier.current()).isEmpty();
        assertThat(spending(FLOOR / 2).frontier(2).current()).isPresent();
        assertThat(FREE.frontier(POINTS).tooLittle()).isEmpty();
    }

    @Test
    void a_floor_below_the_break_even_leaves_it_and_beyond_a_floor_above_it_there_is_none() {
        double breakEven = FREE.frontier(POINTS).breakEven().orElseThrow();

        assertThat(spending(0.9 * breakEven).frontier(2).breakEven().orElseThrow())
                .isCloseTo(breakEven, withinPercentage(1));
        assertThat(spending(1.2 * breakEven).frontier(2).breakEven()).isEmpty();
    }

    @Test
    void the_cheapest_budget_of_a_modest_aim_is_that_of_the_floor() {
        BudgetPoint cheapest = spending(FLOOR).reaching(1).orElseThrow();

        assertThat(cheapest.budget()).isBetween(FLOOR, 1.01 * FLOOR);
        assertThat(cheapest.spend()).isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void a_floor_that_no_budget_pays_is_refused_as_any_plan_is() {
        assertThatThrownBy(() -> spending(1e6).frontier(2)).isInstanceOf(NoPlan.class);
        assertThatThrownBy(() -> spending(1e6).reaching(1)).isInstanceOf(NoPlan.class);
    }

    @Test
    void the_break_even_is_that_of_the_objective_that_is_asked_for() {
        FrontierWalk profit = changed("{objective: profit, margin: 0.3}");
        Frontier ofProfit = profit.frontier(2);
        Path file =
                SmallDesk.CAMPAIGN.changed(
                        "profit.yml",
                        text -> text.replace("objective: gmv", "objective: profit\nmargin: 0.3"));
        Frontier ofGmv =
                new FrontierWalk(
                                SmallDesk.of(CampaignFileReader.read(file)),
                                changes("{objective: gmv}"))
                        .frontier(2);

        assertThat(profit.file().objective()).isEqualTo(new Objective.Profit(0.3));
        assertThat(ofProfit.breakEven()).hasValue(ofProfit.plateau());
        assertThat(ofGmv.breakEven().orElseThrow())
                .isCloseTo(FREE.frontier(2).breakEven().orElseThrow(), withinPercentage(0.1));
        assertThat(ofGmv.breakEven().orElseThrow()).isLessThan(ofGmv.plateau());
    }

    @Test
    void the_plateau_of_a_budget_with_a_confidence_is_enough_for_the_best_plan_of_all() {
        FrontierWalk sure = new FrontierWalk(SmallDesk.SURE, List.of());
        SendPlan best = SmallDesk.SURE.answer(unlimited()).plan().sends();
        Frontier frontier = sure.frontier(2);

        assertThat(frontier.plateau()).isGreaterThan(1.01 * best.spend());
        assertThat(frontier.points().get(1).value()).isCloseTo(best.value(), withinPercentage(0.2));
        assertThat(frontier.points().get(1).price()).isZero();
        assertThat(sure.reaching(best.value()).orElseThrow().value())
                .isGreaterThanOrEqualTo(best.value());
    }

    private static Scenario unlimited() {
        return new Scenario("unlimited", changes("{budget: unlimited}"));
    }

    /** A walk where at least so much is spent. */
    private static FrontierWalk spending(double least) {
        return changed(
                "{rules: [{rule: offer_cap, offers: [push, coupon_5, coupon_10], min_spend: %s}]}"
                        .formatted(least));
    }

    private static FrontierWalk changed(String scenario) {
        return new FrontierWalk(SmallDesk.DESK, changes(scenario));
    }

    private static List<Change> changes(String scenario) {
        return ScenarioReader.read(scenario, "asked", SmallDesk.FOLDER, SmallDesk.FILE)
                .all()
                .get(0)
                .changes();
    }
}
