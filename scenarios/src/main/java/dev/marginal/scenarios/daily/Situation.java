package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.planning.TodaysBudget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a day before anything is decided.
 *
 * @param house of all campaigns
 * @param campaigns those to plan
 * @param later those of which only later days are looked at
 * @param view the days that are looked at; today alone where nobody looks ahead
 * @param budgets of today, for each campaign to plan; empty where the file's is today's
 * @param money for the days in view, for each campaign and then each later one; empty where a
 *     campaign is not paced
 * @param prices of the last plan with later days in view, by limit
 * @param past what was sent and is reserved
 * @param standing by the plans that these take the place of
 * @param log the files of the log that was looked at
 */
record Situation(
        LocalDate date,
        DaySettings settings,
        House house,
        List<CampaignDay> campaigns,
        List<CampaignDay> later,
        DaysInView view,
        List<Optional<TodaysBudget>> budgets,
        List<OptionalDouble> money,
        Map<String, Double> prices,
        Past.Sends past,
        List<PastSends> standing,
        List<SendLog.LogFile> log) {
    /** Those to plan, then the later ones. */
    List<CampaignDay> all() {
        List<CampaignDay> all = new ArrayList<>(campaigns);
        all.addAll(later);
        return all;
    }

    /** Whether later days are looked at. */
    boolean looksAhead() {
        return view.days() > 1;
    }
}
