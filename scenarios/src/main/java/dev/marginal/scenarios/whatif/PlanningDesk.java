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
import dev.marginal.scenarios.AudienceWords;
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
    private static final int MOST_COLUMNS_MORE = 24;

    private final Valued campaign;
    private final TableReader reader;
    private final Execution execution;
    private final Map<String, Double> prices = new HashMap<>();
    private Valued valued;
    private Books books;

    /**
     * A desk for a campaign's scored customers.
     *
     * @param reader of the plans that scenarios name
     */
    public PlanningDesk(Valued valued, TableReader reader, Execution execution) {
        this.campaign = valued;
        this.reader = reader;
        this.valued = valued;
        this.books = new Books(valued, reader, execution);
        this.execution = execution;
    }

    /** The campaign's customers, as scored. */
    public Valued valued() {
        return valued;
    }

    /**
     * Looks up what scenarios say about columns of the audience. Columns that were read before are
     * kept, as long as they are few.
     *
     * @param words of scenarios that are asked next
     * @throws dev.marginal.tables.BadInput with every word that the audience does not bear out
     * @throws dev.marginal.scenarios.StaleInput if the audience's source has changed
     */
    public void read(AudienceWords words) {
        if (words.isEmpty()) {
            return;
        }
        Valued now = valued.knowing(words, reader);
        if (columns(now) > columns(campaign) + MOST_COLUMNS_MORE) {
            now = campaign.knowing(words, reader);
        }
        if (now != valued) {
            valued = now;
            books = new Books(now, reader, execution);
        }
    }

    private static int columns(Valued some) {
        return some.offers().segmentations().size();
    }

    /**
     * The best plan of a scenario, and what it will earn.
     *
     * @throws ImpossibleChange if a change makes no sense for this campaign
     * @throws dev.marginal.tables.BadInput if a plan that the scenario names cannot be read
     * @throws NoPlan if no plan keeps every rule
     */
    public Answer answer(Scenario scenario) {
        return answer(scenario, new Cancellation());
    }

    /** The same, with the best plan so far when cancelled. */
    public Answer answer(Scenario scenario, Cancellation cancellation) {
        return answer(scenario, scenario.brief(valued.file()), cancellation);
    }

    private Answer answer(Scenario scenario, Brief brief, Cancellation cancellation) {
        Books.Asked asked = books.of(brief);
        if (brief.given().isPresent()) {
            Answer best = answer(scenario, brief.planning(), cancellation);
            GivenPlans.Given given = books.plans().given(brief.given().get());
            return GivenSends.answer(scenario, brief, best, asked.valued(), given);
        }
        Rules rules = rules(brief);
        Pins pins = brief.kept().map(this::pins).orElse(Pins.NONE);
        SendPlan sends = allocate(asked.open(), brief, rules, pins, cancellation);
        if (sends.outcome() == Outcome.INFEASIBLE || sends.outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(sends);
        }
        CampaignPlan plan = new CampaignPlan(asked.valued().scores(), asked.open(), sends);
        Forecast forecast =
                brief.churn().isPresent()
                        ? asked.valued().claims(plan)
                        : asked.valued().forecast(plan, rules, pins);
        return new Answer(scenario, brief, rules, plan, forecast);
    }

    private SendPlan allocate(
            OfferBook book, Brief brief, Rules rules, Pins pins, Cancellation cancellation) {
        Budget budget = brief.file().budget();
        if (pins.customers() > 0 || budget.confidence().isPresent()) {
            return new PinnedAllocator(pins, Allocators.standard(brief.file().search(), execution))
                    .allocate(book, budget, rules);
        }
        try (WarmAllocator warm =
                WarmAllocator.of(book, brief.file().search(), execution, prices)) {
            SendPlan sends = warm.allocate(budget, rules, cancellation);
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
