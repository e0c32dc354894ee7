package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.planning.NoPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Decides between campaigns: what each sends, for now, in one plan of all. */
record JointPlan(Crowd crowd, SharedCaps caps, LocalDate date) {
    /**
     * What each campaign sends besides what explorers drew: bits of offers by its audience.
     *
     * @param budgets of each contender
     * @throws NoPlan if the campaigns' rules leave no plan of all
     */
    long[][] decide(List<Contender> contenders, List<Budget> budgets, Allocator allocator) {
        JointBook joint = new JointBook(crowd);
        for (int number = 0; number < contenders.size(); number++) {
            Contender one = contenders.get(number);
            Rules rules = one.campaign().file().rules();
            joint.add(one.campaign(), one.open(), rules, one.left(budgets.get(number)));
        }
        List<Segmentation> columns = new ArrayList<>();
        List<Rule> rules = new ArrayList<>(joint.rules().all());
        addSlots(columns, rules);
        OfferBook book = joint.book(columns);
        SendPlan plan = allocator.allocate(book, Budget.unlimited(), new Rules(rules));
        if (plan.outcome() == Outcome.INFEASIBLE || plan.outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(plan);
        }
        return joint.byAudience(plan.sets(crowd.customers()));
    }

    private void addSlots(List<Segmentation> columns, List<Rule> rules) {
        List<Allowances> rooms = caps.rooms(date);
        for (ContactCap cap : caps.caps()) {
            Slots.add(
                    cap.id(),
                    caps.offers(cap, rooms),
                    Slots.least(cap, rooms, crowd.customers()),
                    columns,
                    rules);
        }
    }
}
