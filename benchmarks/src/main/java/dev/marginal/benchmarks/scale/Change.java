package dev.marginal.benchmarks.scale;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.rules.ChannelCap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A what-if.
 *
 * @param words such as {@code budget +20 %}
 * @param change makes another campaign of one
 */
record Change(String words, UnaryOperator<AllocationProblem> change) {
    static final List<Change> ALL =
            List.of(
                    new Change("budget −20 %", problem -> budget(problem, 0.8)),
                    new Change("budget +20 %", problem -> budget(problem, 1.2)),
                    new Change("one channel cap −20 %", problem -> firstCap(problem, 0.8)));

    AllocationProblem of(AllocationProblem problem) {
        return change.apply(problem);
    }

    private static AllocationProblem budget(AllocationProblem problem, double times) {
        Budget budget = Budget.of(problem.budget().atMost().orElseThrow() * times);
        return new AllocationProblem(problem.book(), budget, problem.rules());
    }

    private static AllocationProblem firstCap(AllocationProblem problem, double times) {
        List<Rule> rules = new ArrayList<>(problem.rules().all());
        for (int number = 0; number < rules.size(); number++) {
            if (rules.get(number) instanceof ChannelCap cap) {
                long most = Math.round(cap.maxSends().orElseThrow() * times);
                rules.set(
                        number,
                        new ChannelCap(cap.channel(), OptionalLong.of(most), cap.maxSpend()));
                return new AllocationProblem(problem.book(), problem.budget(), new Rules(rules));
            }
        }
        throw new IllegalArgumentException(
                "The campaign has no channel cap; use 2 limits or more.");
    }
}
