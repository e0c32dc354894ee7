package dev.marginal.spark.planning;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Sent;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What tasks have to know of everyone's plan: its figures, its limits and their prices. */
record Figures(
        Outcome outcome,
        long valueMicros,
        long spendMicros,
        double bound,
        double priceBound,
        List<LimitUse> limits)
        implements Serializable {
    Figures {
        limits = List.copyOf(limits);
    }

    static Figures of(SendPlan plan) {
        return new Figures(
                plan.outcome(),
                plan.valueMicros(),
                plan.spendMicros(),
                plan.bound(),
                plan.priceBound(),
                plan.limits());
    }

    /** Everyone's plan, of which only some customers' sends are known. */
    SendPlan with(long[] sets) {
        int sends = LongStream.of(sets).mapToInt(Long::bitCount).sum();
        return new SendPlan(
                outcome,
                Sent.sets(sets, sends),
                valueMicros,
                spendMicros,
                bound,
                priceBound,
                limits,
                List.of(),
                List.of(),
                Optional.empty());
    }
}
