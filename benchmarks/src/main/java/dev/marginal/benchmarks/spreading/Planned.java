package dev.marginal.benchmarks.spreading;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.spark.Traffic;
import java.util.Optional;

/**
 * What came out.
 *
 * @param figures of the plan
 * @param sends how many
 * @param trace of who gets what
 * @param traffic between the driver and the partitions
 * @param jobs that Spark ran
 * @param load of driver and executor
 */
record Planned(
        SendPlan figures, long sends, long trace, Traffic traffic, int jobs, Optional<Load> load) {
    void tell(Facts facts) {
        facts.add("outcome", figures.outcome());
        facts.add("value", figures.value());
        facts.add("bound", figures.bound());
        facts.add("gap", figures.gap());
        facts.add("sends", sends);
        facts.add("trace", trace);
        facts.add("jobs", jobs);
        facts.add("passes", traffic.passes());
        facts.add("bytes of a pass", traffic.passBytes());
        facts.add("gathers", traffic.gathers());
        facts.add("rows", traffic.rows());
        facts.add("bytes of rows", traffic.rowBytes());
        load.ifPresent(one -> one.tell(facts));
    }
}
