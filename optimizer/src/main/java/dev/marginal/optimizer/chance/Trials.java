package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.solving.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Solves campaigns with a row in the place of the budget. */
final class Trials {
    /** A gap that ends the search for better plans early. */
    private static final double ANY_PLAN = 1e-2;

    private static final Duration LEAST = Duration.ofMillis(1);

    private final OfferBook book;
    private final Rules rules;
    private final Spread spread;
    private final double targetGap;
    private final Deadline deadline;
    private final Function<AllocatorSettings, Allocator> linear;

    Trials(
            OfferBook book,
            Rules rules,
            Spread spread,
            double targetGap,
            Deadline deadline,
            Function<AllocatorSettings, Allocator> linear) {
        this.book = book;
        this.rules = rules;
        this.spread = spread;
        this.targetGap = targetGap;
        this.deadline = deadline;
        this.linear = linear;
    }

    /** The best plan of the rules and the row, within the time that is left. */
    Trial best(Row row) {
        return of(row, targetGap);
    }

    /** The lowest bound of the rules and the row, with some plan. */
    Trial lowest(Row row) {
        return of(row, Math.max(targetGap, ANY_PLAN));
    }

    private Trial of(Row row, double gap) {
        List<Rule> all = new ArrayList<>(List.of(row));
        all.addAll(rules.all());
        Duration left = deadline.remaining();
        AllocatorSettings settings =
                new AllocatorSettings(gap, left.compareTo(LEAST) > 0 ? left : LEAST);
        SendPlan plan = linear.apply(settings).allocate(book, Budget.unlimited(), new Rules(all));
        return new Trial(row, plan, spread.of(plan));
    }
}
