package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.holdout.HeldOut;
import dev.marginal.scenarios.holdout.SampleRatio;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.TodaysBudget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Decides what the campaigns of a day send.
 *
 * <p>First explorers draw, campaign by campaign, each from what is open after the draws before.
 * Where there are several campaigns, one plan of all then decides between them. At last each
 * campaign is planned alone around the sends of the others: those that are planned already, and
 * those that the joint plan gives to the rest. So every plan keeps every cap exactly, and has a
 * bound of its own: no plan of this campaign beside these sends of the others is worth more.
 */
final class Deciding {
    private final PlanningJob job;
    private final LocalDate date;
    private final DaySettings settings;
    private final List<CampaignDay> campaigns;
    private final List<Optional<TodaysBudget>> budgets;
    private final House house;
    private final List<SendLog.LogFile> log;
    private final Together together;
    private final List<Draws> draws = new ArrayList<>();
    private final Together.View[] views;

    Deciding(
            PlanningJob job,
            LocalDate date,
            DaySettings settings,
            List<CampaignDay> campaigns,
            List<Optional<TodaysBudget>> budgets,
            House house,
            Past.Sends past,
            List<PastSends> standing,
            List<SendLog.LogFile> log) {
        this.job = job;
        this.date = date;
        this.settings = settings;
        this.campaigns = campaigns;
        this.budgets = budgets;
        this.house = house;
        this.log = log;
        this.together = new Together(house, campaigns, past, standing, job.execution());
        this.views = new Together.View[campaigns.size()];
    }

    /** What a campaign sends, and what was known of the day. */
    record Decided(PlannedCampaign campaign, Day day) {}

    /** Draws, and decides between the campaigns; before the first {@link #decide}. */
    void begin() {
        for (int number = 0; number < campaigns.size(); number++) {
            views[number] = together.view(number);
            CampaignDay campaign = campaigns.get(number);
            Draws drawn =
                    Explorers.draw(campaign.valued(), views[number].gates(), date, job.execution());
            Explorers.requireWithin(budget(number), campaign.valued(), drawn);
            draws.add(drawn);
            together.decide(number, Explorers.sent(drawn));
        }
        if (campaigns.size() > 1) {
            decideBetween();
        }
    }

    private void decideBetween() {
        job.progress()
                .begins(
                        "Deciding between %d campaigns for %,d customers"
                                .formatted(campaigns.size(), house.crowd().customers()));
        JointPlan joint = new JointPlan(house.crowd(), campaigns);
        for (int number = 0; number < campaigns.size(); number++) {
            joint.add(
                    campaigns.get(number),
                    together.view(number),
                    draws.get(number),
                    budget(number));
        }
        Allocator allocator =
                Allocators.standard(campaigns.get(0).file().search(), job.execution());
        long[][] sent = joint.decide(allocator);
        for (int number = 0; number < sent.length; number++) {
            long[] pinned = Explorers.sent(draws.get(number));
            for (int customer = 0; customer < pinned.length; customer++) {
                sent[number][customer] |= pinned[customer];
            }
            together.decide(number, sent[number]);
        }
    }

    /** Plans one campaign around the others, in their order. */
    Decided decide(int number, SortedMap<String, String> inputs) {
        CampaignDay campaign = campaigns.get(number);
        Together.View view = campaigns.size() == 1 ? views[number] : together.view(number);
        Slots slots = Slots.of(campaign, view.allowances());
        OfferBook open = OpenBook.of(campaign.valued().offers(), view.gates(), slots.columns());
        Rules rules = with(campaign.file().rules(), slots.rules());
        Draws drawn = draws.get(number);
        PlannedCampaign planned =
                job.plan(campaign.valued(), open, budget(number), rules, Explorers.pins(drawn));
        together.decide(number, sent(planned));
        long[] instead = Explorers.planned(open, planned.plan().sends(), rules, drawn);
        return new Decided(planned, day(campaign, view, rules, drawn, instead, number, inputs));
    }

    private Day day(
            CampaignDay campaign,
            Together.View view,
            Rules rules,
            Draws drawn,
            long[] instead,
            int number,
            SortedMap<String, String> inputs) {
        HeldOut heldOut = campaign.heldOutOfAudience();
        return new Day(
                date,
                settings.kind(),
                Explorers.closing(view.gates(), drawn),
                rules,
                campaign.timetableOfAudience(),
                campaign.policy().expiresAfter(),
                heldOut,
                campaign.file()
                        .daily()
                        .exploration()
                        .map(one -> new Day.Exploring(one.salt(), drawn, instead)),
                SampleRatio.of(heldOut, drawn),
                ofAudience(view.reserved(), campaign.place()),
                log,
                budgets.get(number),
                inputs,
                campaigns.stream()
                        .filter(other -> other != campaign)
                        .map(other -> other.file().campaign())
                        .toList());
    }

    private static PastSends ofAudience(PastSends crowds, int[] place) {
        SendsBuilder sends = new SendsBuilder(place.length);
        sends.addAll(crowds, place);
        return sends.build();
    }

    private Budget budget(int number) {
        return Spending.budget(campaigns.get(number).file(), budgets.get(number));
    }

    private static Rules with(Rules rules, List<Rule> more) {
        List<Rule> all = new ArrayList<>(rules.all());
        all.addAll(more);
        return new Rules(all);
    }

    private static long[] sent(PlannedCampaign planned) {
        SendPlan sends = planned.plan().sends();
        long[] bits = new long[planned.audience().ids().rows()];
        for (int send = 0; send < sends.sends(); send++) {
            bits[sends.customer()[send]] |= 1L << sends.offer()[send];
        }
        return bits;
    }
}
