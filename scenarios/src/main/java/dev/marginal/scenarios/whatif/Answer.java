package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.ValueParts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The plan of a scenario.
 *
 * @param scenario what was changed
 * @param brief what that came to
 * @param rules all that the plan keeps
 * @param plan who gets what, with its proof and its prices
 * @param parts what it brings in the window and later, whatever it adds up; empty where the
 *     campaign does not say what an order is worth later
 * @param forecast what it will earn
 * @param violations what a plan that was given breaks, in sentences; empty for a plan of our own
 * @param cancelled whether the search was ended before it was done; then the plan is the best one
 *     so far, and its bound and gap are as true as ever
 */
public record Answer(
        Scenario scenario,
        Brief brief,
        Rules rules,
        CampaignPlan plan,
        Optional<ValueParts> parts,
        Forecast forecast,
        List<String> violations,
        boolean cancelled) {
    private static final String BUDGET = "budget";

    public Answer {
        violations = List.copyOf(violations);
    }

    /** What each offer brings and costs. */
    public List<OfferTotal> offers() {
        return plan.totals().offers();
    }

    /**
     * The limits that the campaign's rules and the scenario's make, which changes know by their
     * names. The budget, its confidence, what a day leaves and how far the plan may depart from
     * another are none of them.
     */
    public List<Limit> ownLimits() {
        return brief.file().rules().limits(Terms.of(plan.offers())).toList();
    }

    /** Whether a limit of the plan is the budget, or one of {@link #ownLimits}, by its name. */
    public Predicate<String> movable() {
        Set<String> names = ownLimits().stream().map(Limit::name).collect(Collectors.toSet());
        return name -> name.equals(BUDGET) || names.contains(name);
    }

    /** Whether offers are worth and cost here what they do in another answer. */
    public boolean valuesAs(Answer other) {
        return BookKey.of(brief).valuesAs(BookKey.of(other.brief));
    }

    /**
     * What this answer's sends are worth as another values them, in currency: other than its own
     * value where offers cost something else, or are valued otherwise.
     */
    public double valuedBy(Answer other) {
        SendPlan sends = plan.sends();
        long value = 0;
        for (int send = 0; send < sends.sends(); send++) {
            value += other.plan.offers().valueMicros(sends.offer()[send], sends.customer()[send]);
        }
        return (double) value / OfferBook.MICROS;
    }

    /**
     * What this answer has more than another: all figures are this one's less the other's.
     *
     * @param baseline of the same campaign and customers
     */
    public Difference minus(Answer baseline) {
        return Differences.between(this, baseline);
    }
}
