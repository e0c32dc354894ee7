package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.days.LookAhead;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.planning.LookedAhead;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.TodaysBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Decides between the campaigns of a day, and between today and later days: who gets contested
 * slots and money, for now. Each campaign is then planned alone around the others.
 */
record Between(PlanningJob job, Situation situation, Together together, List<Draws> draws) {
    /** Tells the table what each campaign sends, where there is anything to decide. */
    Outlook decide() {
        if (situation.looksAhead()) {
            Optional<Outlook> ahead = decideAhead();
            if (ahead.isPresent()) {
                return ahead.get();
            }
        }
        if (situation.campaigns().size() > 1) {
            decideToday();
        }
        return today();
    }

    private Outlook today() {
        Optional<LookedAhead> alone =
                situation.looksAhead() ? Optional.of(lookedInVain()) : Optional.empty();
        return Outlook.ofToday(
                situation.budgets(), Collections.nCopies(situation.campaigns().size(), alone));
    }

    /** No plan of all days keeps every rule: today is planned alone. */
    private LookedAhead lookedInVain() {
        return new LookedAhead(
                situation.view().until(), runningLater(), false, List.of(), new TreeMap<>());
    }

    private void decideToday() {
        job.progress()
                .begins(
                        "Deciding between %d campaigns for %,d customers"
                                .formatted(
                                        situation.campaigns().size(),
                                        situation.house().crowd().customers()));
        List<Budget> budgets =
                IntStream.range(0, situation.campaigns().size()).mapToObj(this::budget).toList();
        JointPlan joint =
                new JointPlan(
                        situation.house().crowd(),
                        new SharedCaps(situation.campaigns(), together.known(), job.execution()),
                        situation.date());
        tell(
                joint.decide(
                        contenders(),
                        budgets,
                        Allocators.standard(
                                situation.campaigns().get(0).file().search(), job.execution())));
    }

    private Optional<Outlook> decideAhead() {
        job.progress()
                .begins(
                        "Looking ahead to %s for %,d customers"
                                .formatted(
                                        situation.view().until(),
                                        situation.house().crowd().customers()));
        List<CampaignDay> all = situation.all();
        SharedCaps caps = new SharedCaps(all, together.known(), job.execution());
        AheadPlan plan = new AheadPlan(situation.house(), all, lasting(), situation.view(), caps);
        List<Contender> contenders = contenders();
        for (int number = 0; number < contenders.size(); number++) {
            plan.addToday(
                    contenders.get(number), budget(number).atMost(), situation.money().get(number));
        }
        for (int number = contenders.size(); number < all.size(); number++) {
            plan.addLater(all.get(number), situation.money().get(number));
        }
        LookAhead search =
                new LookAhead(all.get(0).file().search(), job.execution(), situation.prices());
        return plan.decide(search).map(foresight -> outlook(foresight, contenders));
    }

    private Outlook outlook(Foresight foresight, List<Contender> contenders) {
        tell(foresight.sent());
        List<Optional<TodaysBudget>> budgets = new ArrayList<>();
        List<SortedMap<String, long[]>> kept = new ArrayList<>();
        List<Optional<LookedAhead>> ahead = new ArrayList<>();
        for (int number = 0; number < contenders.size(); number++) {
            budgets.add(paced(number, foresight, contenders.get(number)));
            SortedMap<String, long[]> own = foresight.kept(number, contenders.get(number).open());
            kept.add(own);
            ahead.add(Optional.of(looked(number, foresight, own)));
        }
        return new Outlook(budgets, kept, ahead);
    }

    /** A promise about uncertain costs needs room beside the expected ones: its part stays even. */
    private Optional<TodaysBudget> paced(int number, Foresight foresight, Contender contender) {
        Optional<TodaysBudget> even = situation.budgets().get(number);
        OptionalDouble spend = foresight.spend(number);
        boolean promised = contender.campaign().file().budget().confidence().isPresent();
        return spend.isEmpty() || promised
                ? even
                : even.map(
                        one ->
                                Spending.paced(
                                        one,
                                        spend.getAsDouble() + contender.drawn(),
                                        situation.view()));
    }

    private LookedAhead looked(int number, Foresight foresight, SortedMap<String, long[]> kept) {
        List<LookedAhead.Kept> lines = new ArrayList<>();
        kept.forEach((campaign, bits) -> lines.add(kept(number, foresight, campaign, bits)));
        return new LookedAhead(
                situation.view().until(), runningLater(), true, lines, foresight.prices());
    }

    private static LookedAhead.Kept kept(
            int number, Foresight foresight, String campaign, long[] bits) {
        long customers = 0;
        double expected = 0;
        for (int row = 0; row < bits.length; row++) {
            if (bits[row] != 0) {
                customers++;
                expected += foresight.expected(number, row);
            }
        }
        return new LookedAhead.Kept(campaign, customers, expected);
    }

    private List<String> runningLater() {
        DaysInView view = situation.view();
        return situation.all().stream()
                .map(CampaignDay::file)
                .filter(file -> view.daysOf(file, 1, view.days() - 1) > 0)
                .map(file -> file.campaign())
                .sorted()
                .toList();
    }

    private List<Contender> contenders() {
        return IntStream.range(0, situation.campaigns().size())
                .mapToObj(
                        number ->
                                Contender.of(
                                        situation.campaigns().get(number),
                                        together.view(number).gates(),
                                        draws.get(number)))
                .toList();
    }

    /** All gates but those of caps. */
    private List<Gates> lasting() {
        return situation.all().stream().map(this::lasting).toList();
    }

    private Gates lasting(CampaignDay campaign) {
        Allowances none =
                Allowances.none(
                        campaign.file().offers().size(), situation.house().crowd().customers());
        SortedMap<String, BitSet> back = together.standingBack();
        return new GateKeeper(campaign, situation.house().people(), back, none).gates();
    }

    private Budget budget(int number) {
        return Spending.budget(
                situation.campaigns().get(number).file(), situation.budgets().get(number));
    }

    private void tell(long[][] sent) {
        for (int number = 0; number < situation.campaigns().size(); number++) {
            long[] pinned = Explorers.sent(draws.get(number));
            for (int customer = 0; customer < pinned.length; customer++) {
                sent[number][customer] |= pinned[customer];
            }
            together.decide(number, sent[number]);
        }
    }
}
