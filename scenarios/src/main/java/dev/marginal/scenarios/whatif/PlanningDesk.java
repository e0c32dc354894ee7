package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.PinnedAllocator;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;
import dev.marginal.tables.TableReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Answers scenarios of one campaign, each within moments: customers are read and scored once, what
 * a scenario leaves as it is is not valued again, and the search starts from the prices of the
 * everyday plan.
 *
 * <p>An answer depends on the campaign and the scenario alone: not on the questions before, not on
 * those asked at the same time, not on the number of threads. The scenario without changes is the
 * everyday plan itself, send by send. Where that plan keeps a scenario's limits, the answer is
 * worth no less. For any number of callers at once.
 */
public final class PlanningDesk {
    private static final int VIEWS = 8;

    private final Valued valued;
    private final TableReader reader;
    private final Execution execution;
    private final Everyday everyday;
    private final Books books;
    private final Remembered<Set<Object>, PlanningDesk> views = new Remembered<>(VIEWS);

    /**
     * A desk for a campaign's scored customers.
     *
     * @param reader of the plans that scenarios name
     */
    public PlanningDesk(Valued valued, TableReader reader, Execution execution) {
        this(valued, reader, execution, Optional.empty());
    }

    /**
     * A desk on a day.
     *
     * @param valued with the day's part of the budget in its file
     * @param today what the day leaves open
     */
    public PlanningDesk(Valued valued, TableReader reader, Execution execution, Today today) {
        this(valued, reader, execution, Optional.of(today));
    }

    private PlanningDesk(
            Valued valued, TableReader reader, Execution execution, Optional<Today> today) {
        this(valued, reader, execution, new Books(valued, reader, execution, today));
    }

    private PlanningDesk(Valued valued, TableReader reader, Execution execution, Books books) {
        this(valued, reader, execution, new Everyday(valued, books, execution), books);
    }

    private PlanningDesk(
            Valued valued,
            TableReader reader,
            Execution execution,
            Everyday everyday,
            Books books) {
        this.valued = valued;
        this.reader = reader;
        this.execution = execution;
        this.everyday = everyday;
        this.books = books;
    }

    /** The campaign's customers, as scored. */
    public Valued valued() {
        return valued;
    }

    /**
     * The desk for scenarios that speak of more columns of the audience. The last few are kept.
     *
     * @param words of scenarios that are asked there
     * @throws dev.marginal.tables.BadInput with every word that the audience does not bear out
     * @throws dev.marginal.scenarios.StaleInput if the audience's source has changed
     */
    public PlanningDesk knowing(AudienceWords words) {
        return words.isEmpty() ? this : views.of(meaning(words), () -> looking(words));
    }

    private PlanningDesk looking(AudienceWords words) {
        Valued now = valued.knowing(words, reader);
        return now == valued ? this : new PlanningDesk(now, reader, execution, everyday, books);
    }

    /** What words ask for, wherever they stand. */
    private static Set<Object> meaning(AudienceWords words) {
        Set<Object> meaning = new HashSet<>();
        for (AudienceWords.Column column : words.columns()) {
            meaning.add(List.of(column.column(), column.use(), column.values().keySet()));
        }
        words.conditions().forEach(condition -> meaning.add(condition.text()));
        return meaning;
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
        return answer(scenario, cancellation, SearchProgress.UNHEARD);
    }

    /** The same, telling how far the search is, where it searches by prices. */
    public Answer answer(Scenario scenario, Cancellation cancellation, SearchProgress progress) {
        return answer(scenario, scenario.brief(valued.file()), new Watch(cancellation, progress));
    }

    /** Who may end a search, and who is told of it. */
    private record Watch(Cancellation cancellation, SearchProgress progress) {}

    private Answer answer(Scenario scenario, Brief brief, Watch watch) {
        Books.Asked asked = books.of(brief, valued);
        if (brief.given().isPresent()) {
            Answer best = answer(scenario, brief.planning(), watch);
            GivenPlans.Given given = books.plans().given(brief.given().get());
            return GivenSends.answer(scenario, brief, best, asked, given);
        }
        Rules rules = rules(brief, asked);
        Pins pins = Pinned.of(asked, brief.kept().map(books.plans()::sends));
        boolean unchanged = brief.equals(Brief.of(valued.file()));
        SendPlan sends =
                unchanged
                        ? everyday.plan().sends()
                        : allocate(asked.open(), brief, rules, pins, watch);
        boolean cancelled = !unchanged && watch.cancellation().isCancelled();
        if (!Everyday.exists(sends)) {
            throw new NoPlan(sends);
        }
        CampaignPlan plan =
                new CampaignPlan(asked.valued().scores(), asked.open(), sends, everyday.plan());
        Forecast forecast =
                brief.followsPlan()
                        ? asked.valued().unmeasured(plan)
                        : asked.forecaster().forecast(plan, rules, pins, books.kinds(asked, rules));
        return new Answer(
                scenario,
                brief,
                rules,
                plan,
                asked.valued().parts(plan),
                forecast,
                List.of(),
                cancelled);
    }

    private SendPlan allocate(OfferBook book, Brief brief, Rules rules, Pins pins, Watch watch) {
        AllocatorSettings search = brief.file().search();
        Budget budget = brief.file().budget();
        if (pins.customers() > 0 || budget.confidence().isPresent()) {
            Allocator standard = Allocators.standard(search, execution, watch.cancellation());
            return new PinnedAllocator(pins, standard).allocate(book, budget, rules);
        }
        return everyday.allocator()
                .allocate(book, budget, rules, watch.cancellation(), watch.progress());
    }

    private Rules rules(Brief brief, Books.Asked asked) {
        return asked.rules(brief.file()).and(brief.churn().stream().map(this::departure).toList());
    }

    private Rule departure(Brief.Churn churn) {
        long sends = LongStream.of(books.plans().sends(churn.plan())).map(Long::bitCount).sum();
        return new Departure(sends, (long) Math.floor(churn.most() * sends));
    }
}
