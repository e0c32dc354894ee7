package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.optimizer.allocation.WarmAllocator;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;
import dev.marginal.tables.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Answers scenarios of one campaign, each within moments: customers are read and scored once, what
 * a scenario leaves as it is is not valued again, and the search starts from the prices of the last
 * answer. For one caller at a time.
 */
public final class PlanningDesk {
    private final Valued valued;
    private final Books books;
    private final Execution execution;
    private final Map<String, Double> prices = new HashMap<>();

    /**
     * A desk for a campaign's scored customers.
     *
     * @param reader of the plans that scenarios name
     */
    public PlanningDesk(Valued valued, TableReader reader, Execution execution) {
        this.valued = valued;
        this.books = new Books(valued, reader, execution);
        this.execution = execution;
    }

    /** The campaign's customers, as scored. */
    public Valued valued() {
        return valued;
    }

    /**
     * The best plan of a scenario, and what it will earn.
     *
     * @throws ImpossibleChange if a change makes no sense for this campaign
     * @throws dev.marginal.tables.BadInput if a plan that the scenario names cannot be read
     * @throws NoPlan if no plan keeps every rule
     */
    public Answer answer(Scenario scenario) {
        Brief brief = scenario.brief(valued.file());
        Books.Asked asked = books.of(brief);
        Rules rules = rules(brief);
        Pins pins = brief.kept().map(this::pins).orElse(Pins.NONE);
        SendPlan sends = allocate(asked.open(), brief, rules, pins);
        if (sends.outcome() == Outcome.INFEASIBLE || sends.outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(sends);
        }
        CampaignPlan plan = new CampaignPlan(valued.scores(), asked.open(), sends);
        Forecast forecast =
                brief.churn().isPresent()
                        ? asked.valued().claims(plan)
                        : asked.valued().forecast(plan, rules, pins);
        return new Answer(scenario, brief, rules, plan, forecast);
    }

    private SendPlan allocate(OfferBook book, Brief brief, Rules rules, Pins pins) {
        Budget budget = brief.file().budget();
        if (pins.customers() > 0 || budget.confidence().isPresent()) {
            return new PinnedAllocator(pins, Allocators.standard(brief.file().search(), execution))
                    .allocate(book, budget, rules);
        }
        try (WarmAllocator warm =
                WarmAllocator.of(book, brief.file().search(), execution, prices)) {
            SendPlan sends = warm.allocate(budget, rules, new Cancellation());
            for (LimitUse use : sends.limits()) {
                prices.put(use.limit().name(), use.price());
            }
            return sends;
        }
    }

    private Rules rules(Brief brief) {
        Rules own = brief.file().rules();
        List<Rule> all = new ArrayList<>();
        if (brief.limits().isEmpty()) {
            all.addAll(own.all());
        } else {
            all.add(new ChangedLimits(own, brief.limits()));
        }
        brief.churn().ifPresent(churn -> all.add(departure(churn)));
        return new Rules(all);
    }

    private Rule departure(Brief.Churn churn) {
        long sends = LongStream.of(books.plans().sends(churn.plan())).map(Long::bitCount).sum();
        return new Departure(sends, (long) Math.floor(churn.most() * sends));
    }

    /** Customers of a plan who keep what they get. */
    private Pins pins(Path plan) {
        long[] sends = books.plans().sends(plan);
        int[] customers =
                IntStream.range(0, sends.length).filter(customer -> sends[customer] != 0).toArray();
        OfferSet[] sets =
                IntStream.of(customers)
                        .mapToObj(customer -> new OfferSet(sends[customer]))
                        .toArray(OfferSet[]::new);
        return new Pins(customers, sets);
    }
}
