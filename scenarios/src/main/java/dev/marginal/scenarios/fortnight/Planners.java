package dev.marginal.scenarios.fortnight;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.tables.Execution;
import java.time.Duration;

/** The ways to plan a fortnight. */
public final class Planners {
    static final AllocatorSettings SETTINGS = new AllocatorSettings(1e-4, Duration.ofMinutes(5));

    private Planners() {}

    /**
     * As marketing tools do without an optimizer: one campaign after another in the order in which
     * they were set up, each sending to everyone in the audience for whom it is worth anything,
     * until a customer's contacts or its budget are used up.
     */
    public static DayPlanner firstComeFirstServed() {
        return new FirstCome("first come, first served", false);
    }

    /** The same with the most valuable campaigns first, as a priority list would have it. */
    public static DayPlanner priorityList() {
        return new FirstCome("priority list", true);
    }

    /** The best plan of each day alone, with all that is left of the budgets. */
    public static DayPlanner dayByDay(Execution execution) {
        return new DayByDay("day by day", false, execution);
    }

    /** The best plan of each day alone, with an equal part of what is left of the budgets. */
    public static DayPlanner dayByDayPaced(Execution execution) {
        return new DayByDay("day by day, paced evenly", true, execution);
    }

    /** Each day planned together with the days ahead; today's budgets and contacts from that. */
    public static DayPlanner lookAhead(Execution execution) {
        return new RollingHorizon("look-ahead", true, RollingHorizon.PATIENCE, execution);
    }

    /** The same, but only the budgets: no contact is kept for later. */
    public static DayPlanner pacedByLookAhead(Execution execution) {
        return new RollingHorizon(
                "paced by look-ahead, no contact kept", false, RollingHorizon.PATIENCE, execution);
    }
}
