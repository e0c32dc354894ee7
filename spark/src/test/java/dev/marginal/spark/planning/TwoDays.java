package dev.marginal.spark.planning;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of planning day after day one way: spring on the first day; a log of two thirds of its
 * sends; autumn on the second day, and spring after it; and spring once more with less money.
 *
 * @param unlogged what came of planning the second day before the log told of the first
 * @param log what was sent on the first day
 * @param standing what came of planning once more without a word of the plan that stands
 * @param again the plan in the place of the second
 */
record TwoDays(
        SpringHouse house,
        Path first,
        Throwable unlogged,
        Path log,
        Path autumn,
        Path second,
        Throwable standing,
        Path again) {
    static TwoDays planned(SpringHouse house, DayPlanner planner) {
        Path poorer = house.changed("budget: 360.00", "budget: 240.00");
        LocalDate today = SpringHouse.FIRST;
        LocalDate tomorrow = today.plusDays(1);
        Path first = planner.plan(house.path(), today);
        Throwable stale = catchThrowable(() -> planner.plan(house.path(), tomorrow));
        Path log =
                log(first, planner.store().resolveSibling(planner.store().getFileName() + ".csv"));
        planner.log(log, tomorrow);
        Path autumn = planner.plan(house.autumn(), tomorrow);
        Path second = planner.plan(house.path(), tomorrow);
        Throwable standing = catchThrowable(() -> planner.plan(poorer, tomorrow));
        Path again = planner.planInstead(poorer, tomorrow);
        return new TwoDays(house, first, stale, log, autumn, second, standing, again);
    }

    /** The second day of spring. */
    PlannedDay day() {
        return new PlannedDay(house, log, List.of(autumn), second);
    }

    private static Path log(Path plan, Path csv) {
        try (Database database = Database.over(plan)) {
            database.run(
                    "copy (select customer, channel, send_at as sent_at, 'delivered' as status, decision_id from %s where hash(customer) %% 3 > 0) to '%s' (header)"
                            .formatted(PlanTables.files(plan, "sends"), csv));
        }
        return csv;
    }
}
