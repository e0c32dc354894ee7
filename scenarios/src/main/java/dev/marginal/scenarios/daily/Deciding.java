package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.holdout.HeldOut;
import dev.marginal.scenarios.holdout.SampleRatio;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.OpenDay;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.planning.PlanningJob;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Decides what the campaigns of a day send.
 *
 * <p>First explorers draw, campaign by campaign, each from what is open after the draws before.
 * Where there are several campaigns, or later days are in view, one plan of all then decides
 * between them. At last each campaign is planned alone around the sends of the others: those that
 * are planned already, and those that the joint plan gives to the rest. So every plan keeps every
 * cap exactly, and has a bound of its own: no plan of this campaign beside these sends of the
 * others, and beside what is kept for later, is worth more.
 */
final class Deciding {
    private final PlanningJob job;
    private final Situation situation;
    private final List<CampaignDay> campaigns;
    private final Together together;
    private final List<Draws> draws = new ArrayList<>();
    private final Together.View[] views;
    private Outlook outlook;

    /** Nothing is decided yet. */
    Deciding(PlanningJob job, Situation situation) {
        this.job = job;
        this.situation = situation;
        this.campaigns = situation.campaigns();
        this.together =
                new Together(
                        situation.house(),
                        campaigns,
                        situation.past(),
                        situation.standing(),
                        job.execution());
        this.views = new Together.View[campaigns.size()];
    }

    /** What a campaign sends, and what was known of the day. */
    record Decided(PlannedCampaign campaign, Day day) {}

    /** Draws, and decides between the campaigns; before the first {@link #decide}. */
    void begin() {
        for (int number = 0; number < campaigns.size(); number++) {
            views[number] = together.view(number);
            Draws drawn =
                    Explorers.draw(
                            campaigns.get(number).valued(),
                            views[number].gates(),
                            situation.date(),
                            job.execution());
            Explorers.requireWithin(
                    Spending.budget(campaigns.get(number).file(), situation.budgets().get(number)),
                    campaigns.get(number).valued(),
                    drawn);
            draws.add(drawn);
            together.decide(number, Explorers.sent(drawn));
        }
        outlook = new Between(job, situation, together, draws).decide();
    }

    /**
     * What is open to a campaign, given all that is decided of the others.
     *
     * @param reserved by published plans and by the others, by the crowd's customers
     */
    record Opened(OpenDay day, PastSends reserved) {}

    /** What is open to one campaign around the others, in their order. */
    Opened open(int number) {
        CampaignDay campaign = campaigns.get(number);
        Together.View view = campaigns.size() == 1 ? views[number] : together.view(number);
        Gates gates = outlook.closing(number, view.gates());
        Slots slots = Slots.of(campaign, view.allowances());
        Pins pins = Explorers.pins(draws.get(number));
        return new Opened(
                new OpenDay(gates, slots.columns(), slots.rules(), pins), view.reserved());
    }

    /** What a campaign may spend. */
    Budget budget(int number) {
        return outlook.budget(number, campaigns.get(number));
    }

    /** Plans one campaign around the others, in their order. */
    Decided decide(int number, SortedMap<String, String> inputs) {
        CampaignDay campaign = campaigns.get(number);
        Opened opened = open(number);
        OfferBook open = opened.day().open(campaign.valued().offers());
        Rules rules = campaign.file().rules().and(opened.day().rules());
        Draws drawn = draws.get(number);
        PlannedCampaign planned =
                job.plan(campaign.valued(), open, budget(number), rules, opened.day().pins());
        together.decide(number, planned.plan().sends().sets(planned.audience().ids().rows()));
        long[] instead = Explorers.planned(open, planned.plan().sends(), rules, drawn);
        Gates closed = Explorers.closing(opened.day().gates(), drawn);
        return new Decided(planned, day(number, closed, opened.reserved(), rules, instead, inputs));
    }

    private Day day(
            int number,
            Gates gates,
            PastSends reserved,
            Rules rules,
            long[] instead,
            SortedMap<String, String> inputs) {
        CampaignDay campaign = campaigns.get(number);
        Draws drawn = draws.get(number);
        HeldOut heldOut = campaign.heldOutOfAudience();
        return new Day(
                situation.date(),
                situation.settings().kindOf(campaign.file()),
                gates,
                rules,
                campaign.timetableOfAudience(),
                campaign.policy().expiresAfter(),
                heldOut,
                campaign.file()
                        .daily()
                        .exploration()
                        .map(one -> new Day.Exploring(one.salt(), drawn, instead)),
                SampleRatio.of(heldOut, drawn),
                ofAudience(reserved, campaign.place()),
                situation.log(),
                outlook.budgets().get(number),
                inputs,
                campaigns.stream()
                        .filter(other -> other != campaign)
                        .map(other -> other.file().campaign())
                        .toList(),
                outlook.ahead().get(number));
    }

    private static PastSends ofAudience(PastSends crowds, int[] place) {
        SendsBuilder sends = new SendsBuilder(place.length);
        sends.addAll(crowds, place);
        return sends.build();
    }
}
