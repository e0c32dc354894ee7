package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Whether the log reaches as far as it must to be planned from. */
record Freshness(PastPlans store, LocalDate date, ZoneId zone) {
    /**
     * Checks that the log tells of all that earlier plans would have sent before the day begins.
     *
     * @throws StaleInput if it does not
     */
    void require() {
        List<PlanRecord> plans = Past.publishedBefore(store, date);
        if (plans.isEmpty()) {
            return;
        }
        long begins = date.atStartOfDay(zone).toEpochSecond();
        long complete = store.log().completeThrough().map(Instant::getEpochSecond).orElse(0L);
        try (Database database = Database.over(Path.of("").toAbsolutePath())) {
            Map<String, Object> last =
                    database
                            .rows(
                                    "select plan, \"at\" from (%s) where \"at\" < %d order by \"at\" desc, plan limit 1"
                                            .formatted(new LogSql(store).sends(plans), begins))
                            .stream()
                            .findFirst()
                            .orElse(Map.of("plan", 0, "at", 0));
            long at = ((Number) last.get("at")).longValue();
            if (at > complete) {
                throw stale(plans.get(((Number) last.get("plan")).intValue()), at, complete);
            }
        }
    }

    private StaleInput stale(PlanRecord plan, long at, long complete) {
        return new StaleInput(
                """
                The log of sends is %s, but the plan of %s sends until %s: what customers got since then is not known, and contact caps and budgets would not hold.
                Import the missing log with ./marginal log import, or give --assume-planned-sent to take every planned send for sent."""
                        .formatted(
                                complete == 0
                                        ? "empty"
                                        : "complete until " + Instant.ofEpochSecond(complete),
                                plan.key(),
                                Instant.ofEpochSecond(at)));
    }
}
