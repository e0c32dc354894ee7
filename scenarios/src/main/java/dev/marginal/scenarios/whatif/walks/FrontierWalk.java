package dev.marginal.scenarios.whatif.walks;

import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.chance.Margin;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.Frontier;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Walks along budgets at a desk, each plan starting from the prices of the one before. The value of
 * the best plan is concave in the budget, so that its price falls and a bisection finds any height.
 *
 * @param changes what else differs from the campaign
 * @param cancellation ends the walk after the point in hand, which is searched for to its end
 */
public record FrontierWalk(PlanningDesk desk, List<Change> changes, Cancellation cancellation) {
    private static final int HALVINGS = 16;
    private static final double CLOSE = 1e-4;

    public FrontierWalk {
        changes = List.copyOf(changes);
    }

    /** A walk that nobody ends. */
    public FrontierWalk(PlanningDesk desk, List<Change> changes) {
        this(desk, changes, new Cancellation());
    }

    /** The campaign as the changes have it: with their objective, for one. */
    public CampaignFile file() {
        return new Scenario("every budget", changes).brief(desk.valued().file()).file();
    }

    /**
     * So many points, evenly spaced up to the plateau, and the campaign's own; those so far when
     * cancelled. A budget without a plan, such as one below a floor of spend, has no point.
     *
     * @param points two or more
     * @throws NoPlan if no plan keeps every rule, whatever the budget
     */
    public Frontier frontier(int points) {
        Requires.require(points >= 2, "points", points, "two or more");
        BudgetPlans plans = new BudgetPlans(desk, changes);
        double plateau = plateau(plans.unlimited().plan());
        List<BudgetPoint> all = new ArrayList<>();
        List<Double> tooLittle = new ArrayList<>();
        for (int step = 1; step <= points && goesOn(); step++) {
            double budget = BudgetPoint.cents(plateau * step / points);
            Optional<BudgetPoint> enough =
                    step < points ? Optional.empty() : Optional.of(plans.best(budget));
            plans.at(budget)
                    .or(() -> enough)
                    .ifPresentOrElse(all::add, () -> tooLittle.add(budget));
        }
        OptionalDouble own = desk.valued().file().budget().atMost();
        Optional<BudgetPoint> current =
                own.isPresent() && goesOn() ? plans.at(own.getAsDouble()) : Optional.empty();
        if (own.isPresent() && goesOn() && current.isEmpty()) {
            tooLittle.add(own.getAsDouble());
        }
        OptionalDouble breakEven =
                goesOn() ? breakEven(plans, all, plateau) : OptionalDouble.empty();
        OptionalDouble most = tooLittle.stream().mapToDouble(budget -> budget).max();
        return new Frontier(all, current, plateau, most, breakEven, !goesOn());
    }

    private boolean goesOn() {
        return !cancellation.isCancelled();
    }

    /**
     * The cheapest budget whose plan is worth so much as the model sees it, to a ten-thousandth;
     * none when cancelled.
     *
     * @throws ImpossibleChange if no budget is enough
     * @throws NoPlan if no plan keeps every rule, whatever the budget
     */
    public Optional<BudgetPoint> reaching(double value) {
        if (!goesOn()) {
            return Optional.empty();
        }
        BudgetPlans plans = new BudgetPlans(desk, changes);
        Answer unlimited = plans.unlimited();
        SendPlan best = unlimited.plan().sends();
        if (best.value() < value) {
            throw new ImpossibleChange(
                    String.format(
                            Locale.ROOT,
                            "No budget reaches %,.2f: without any budget the best plan is worth %,.2f and spends %,.2f.",
                            value,
                            best.value(),
                            best.spend()));
        }
        double low = 0;
        double plateau = BudgetPoint.cents(plateau(unlimited.plan()));
        BudgetPoint enough = plans.best(plateau);
        for (int i = 0; i < HALVINGS && enough.budget() - low > CLOSE * enough.budget(); i++) {
            if (!goesOn()) {
                return Optional.empty();
            }
            double middle = BudgetPoint.cents((low + enough.budget()) / 2);
            Optional<BudgetPoint> point = plans.at(middle).filter(one -> one.value() >= value);
            if (point.isPresent()) {
                enough = point.get();
            } else {
                low = middle;
            }
        }
        return Optional.of(enough);
    }

    private OptionalDouble breakEven(BudgetPlans plans, List<BudgetPoint> points, double plateau) {
        if (file().objective() instanceof Objective.Profit) {
            return OptionalDouble.of(plateau);
        }
        double low = 0;
        for (BudgetPoint point : points) {
            if (goesOn() && loses(point)) {
                return low > 0
                        ? between(plans, low, point.budget(), true)
                        : belowTheFirst(plans, point.budget());
            }
            low = point.budget();
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble belowTheFirst(BudgetPlans plans, double losing) {
        Optional<BudgetPoint> least = plans.at(losing * CLOSE);
        return least.filter(FrontierWalk::loses).isPresent()
                ? OptionalDouble.empty()
                : between(plans, 0, losing, least.isPresent());
    }

    /**
     * Where the next unit begins to lose. A budget without a plan is too low.
     *
     * @param earned whether it earns anywhere below; else it may lose at every budget with a plan
     */
    private OptionalDouble between(
            BudgetPlans plans, double earning, double losing, boolean earned) {
        double low = earning;
        double high = losing;
        boolean earns = earned;
        for (int i = 0; i < HALVINGS && high - low > CLOSE * high; i++) {
            if (!goesOn()) {
                return OptionalDouble.empty();
            }
            double middle = (low + high) / 2;
            Optional<BudgetPoint> point = plans.at(middle);
            if (point.filter(FrontierWalk::loses).isPresent()) {
                high = middle;
            } else {
                low = middle;
                earns |= point.isPresent();
            }
        }
        return earns ? OptionalDouble.of(BudgetPoint.cents(high)) : OptionalDouble.empty();
    }

    private static boolean loses(BudgetPoint point) {
        return point.price() < 1;
    }

    /** What pays for the best plan of all, and keeps its promise where the budget has one. */
    private double plateau(CampaignPlan best) {
        return Margin.least(best.sends(), best.offers(), file().budget().confidence());
    }
}
