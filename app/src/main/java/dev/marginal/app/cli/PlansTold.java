package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.daily.DayPlan;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import java.nio.file.Path;
import java.util.List;

/** Plans as JSON: each with its plan.json, which docs/file-formats.md tells. */
record PlansTold(List<Plan> plans) {
    /**
     * One plan.
     *
     * @param written false for a dry run
     * @param unchanged whether the very same plan stood there already
     * @param plan its plan.json; null where nothing was planned
     */
    record Plan(String folder, boolean written, boolean unchanged, JsonNode plan) {
        static Plan of(Path folder, boolean unchanged) {
            return new Plan(folder.toString(), true, unchanged, PlanJson.of(folder));
        }

        /** That of a dry run, which lies in {@code draft}. */
        static Plan of(Path draft, Path folder) {
            return new Plan(folder.toString(), false, false, PlanJson.of(draft));
        }

        /** Of which nothing is known yet. */
        static Plan announced(Path folder) {
            return new Plan(folder.toString(), false, false, null);
        }
    }

    static PlansTold of(List<DayPlan> plans) {
        return new PlansTold(
                plans.stream().map(plan -> Plan.of(plan.folder(), plan.unchanged())).toList());
    }
}
