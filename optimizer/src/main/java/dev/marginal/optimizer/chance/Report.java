package dev.marginal.optimizer.chance;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a plan down as the user knows its limits: without the rows that stood for the promise. */
record Report(Margin margin, OfferBook book) {
    /**
     * The sends of a trial that keeps the promise.
     *
     * @param priced the trial whose prices prove {@code priceBound}
     */
    SendPlan of(Trial trial, Trial priced, long bound, long priceBound) {
        SendPlan plan = trial.plan();
        long most = Math.max(plan.valueMicros(), bound);
        Outcome outcome = most == plan.valueMicros() ? Outcome.OPTIMAL : Outcome.FEASIBLE;
        return new SendPlan(
                outcome,
                plan.customer(),
                plan.offer(),
                plan.valueMicros(),
                plan.spendMicros(),
                money(most),
                money(Math.max(most, priceBound)),
                limits(trial, priced),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** No sends: there are none if limits fight, else none were found. */
    SendPlan none(Trial trial, long bound, List<String> conflict) {
        boolean refuted = !conflict.isEmpty();
        double most = refuted ? 0 : money(bound);
        return new SendPlan(
                refuted ? Outcome.INFEASIBLE : Outcome.NOT_FOUND,
                new int[0],
                new byte[0],
                0,
                0,
                most,
                refuted ? 0 : Math.max(most, trial.plan().priceBound()),
                limits(trial, trial),
                conflict,
                List.of(),
                Optional.empty());
    }

    private List<LimitUse> limits(Trial trial, Trial priced) {
        OfferSet every = Terms.of(book).offersIn(Scope.ANY);
        Weights weights = priced.row().weights();
        double price = priced.plan().limits().get(0).price();
        boolean planned = trial.keeps(margin);
        long spend = planned ? trial.plan().spendMicros() : 0;
        long variance = planned ? trial.variance() : 0;
        Limit.Shared budget = limit("budget", every, Charge.COST, margin.budget());
        Charge scatter = new Charge(Budget.VARIANCE);
        Limit.Shared kept = limit(margin.name(), every, scatter, margin.mostVariance(spend));
        List<LimitUse> limits = new ArrayList<>();
        limits.add(new LimitUse(budget, spend, price * weights.cost()));
        limits.add(new LimitUse(kept, variance, price * weights.variance()));
        for (int rule = 0; rule < trial.rules().size(); rule++) {
            LimitUse use = trial.rules().get(rule);
            double paid = priced.rules().get(rule).price();
            limits.add(new LimitUse(use.limit(), planned ? use.use() : 0, paid));
        }
        return limits;
    }

    private static Limit.Shared limit(String name, OfferSet offers, Charge charge, long most) {
        Limit.Part part = new Limit.Part(offers, Segment.EVERYONE, charge, 1);
        return new Limit.Shared(name, List.of(part), Limit.Shared.NO_FLOOR, most);
    }

    private static double money(long micros) {
        return (double) micros / OfferBook.MICROS;
    }
}
