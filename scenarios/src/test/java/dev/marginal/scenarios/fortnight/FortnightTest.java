package dev.marginal.scenarios.fortnight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.days.DaysAhead;
import dev.marginal.tables.Execution;
import java.util.List;
import org.junit.jupiter.api.Test;

class FortnightTest {
    private static final Execution EXECUTION = new Execution(2);
    private static final int CUSTOMERS = 1_500;

    @Test
    void looking_ahead_beats_every_other_way_and_nobody_beats_the_clairvoyant() {
        for (long seed : new long[] {201, 202}) {
            PlantedFortnight world = PlantedFortnight.of(seed, CUSTOMERS, 2);
            double bound = new Clairvoyant(EXECUTION).bound(world);
            double first = play(world, Planners.firstComeFirstServed()).value();
            double list = play(world, Planners.priorityList()).value();
            double alone = play(world, Planners.dayByDay(EXECUTION)).value();
            double paced = play(world, Planners.dayByDayPaced(EXECUTION)).value();
            double budgets = play(world, Planners.pacedByLookAhead(EXECUTION)).value();
            double ahead = play(world, Planners.lookAhead(EXECUTION)).value();
            assertThat(List.of(first, list, alone, paced, budgets, ahead, bound)).isSorted();
            assertThat(ahead).isGreaterThan(1.2 * paced).isBetween(0.75 * bound, bound);
        }
    }

    @Test
    void a_looser_cap_is_kept_as_well() {
        PlantedFortnight world = PlantedFortnight.of(203, CUSTOMERS, 3);
        Played ahead = play(world, Planners.lookAhead(EXECUTION));
        assertThat(ahead.mostInAWeek()).isEqualTo(3);
    }

    @Test
    void the_same_seed_plays_the_same_on_any_number_of_threads() {
        PlantedFortnight world = PlantedFortnight.of(204, 400, 2);
        Played one = Played.of(world, Planners.lookAhead(new Execution(1)));
        Played three =
                Played.of(PlantedFortnight.of(204, 400, 2), Planners.lookAhead(new Execution(3)));
        assertThat(three).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void what_is_expected_of_later_days_is_about_what_they_bring() {
        PlantedFortnight world = PlantedFortnight.of(205, 20_000, 2);
        DaysAhead tomorrow = new Expectation(world, 1).of(0, 1, 1);
        double expected = 0;
        double came = 0;
        for (int customer = 0; customer < world.customers(); customer++) {
            expected += tomorrow.expected().value()[1][customer];
            float value = world.offers(1).value()[1][customer];
            came += Float.isNaN(value) ? 0 : value;
        }
        assertThat(expected).isBetween(0.95 * came, 1.05 * came);
        assertThat(tomorrow.expected().value()[3]).containsOnly(Float.NaN);
    }

    /** Plays and checks that no cap and no budget is exceeded. */
    private static Played play(PlantedFortnight world, DayPlanner planner) {
        Played played = Played.of(world, planner);
        assertThat(played.mostInAWeek()).as(planner.name()).isLessThanOrEqualTo(world.weekly());
        for (int campaign = 0; campaign < played.spend().length; campaign++) {
            assertThat(played.spend()[campaign])
                    .as(planner.name())
                    .isLessThanOrEqualTo(world.budgets().get(campaign).left() + 1e-9);
        }
        return played;
    }
}
