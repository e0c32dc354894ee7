package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.planning.LookedAhead;
import dev.marginal.scenarios.planning.TodaysBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What later days leave to the campaigns of a day, by their numbers.
 *
 * @param budgets of today; empty where the file's is today's
 * @param kept for each campaign whose later messages contacts are kept for: bits of the offers that
 *     are therefore not sent today, by the audience
 * @param ahead what was known; empty where only today was looked at
 */
record Outlook(
        List<Optional<TodaysBudget>> budgets,
        List<SortedMap<String, long[]>> kept,
        List<Optional<LookedAhead>> ahead) {
    /** Nothing is kept for later. */
    static Outlook ofToday(
            List<Optional<TodaysBudget>> budgets, List<Optional<LookedAhead>> ahead) {
        return new Outlook(
                budgets,
                IntStream.range(0, budgets.size())
                        .<SortedMap<String, long[]>>mapToObj(any -> new TreeMap<>())
                        .toList(),
                ahead);
    }

    /** The gates of a campaign, closed for what is kept. */
    Gates closing(int number, Gates gates) {
        Gates closed = gates;
        for (Map.Entry<String, long[]> one : kept.get(number).entrySet()) {
            NotSent why = new NotSent(NotSent.Code.KEPT_FOR_LATER, one.getKey());
            closed = closed.closing(why, one.getValue());
        }
        return closed;
    }

    /** What a campaign may spend today. */
    Budget budget(int number, CampaignDay campaign) {
        return Spending.budget(campaign.file(), budgets.get(number));
    }
}
