package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.contacts.AllowanceCalculator;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.contacts.TimetableMaker;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.scenarios.store.PastPlans;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What of the past a campaign's plan of a day depends on, whoever its customers are.
 *
 * @param file the campaign's
 * @param date of the plan
 */
public record PastOfCampaign(CampaignFile file, LocalDate date) {
    /** A day is over everywhere a day later, and its last messages wait another. */
    private static final int MARGIN_DAYS = 3;

    /**
     * The first day whose plans and sends can matter to contact caps, with room for all time zones;
     * empty where none do.
     */
    public Optional<LocalDate> since() {
        ContactPolicy policy = file.daily().policy(file.timeZone());
        Timetable timetable =
                TimetableMaker.timetable(
                        policy,
                        date,
                        file.offers().stream().map(CampaignOffer::message).toList(),
                        CustomerZones.unknown(0));
        Instant since = AllowanceCalculator.since(file.daily().allCaps(), timetable);
        return since.equals(Instant.MAX)
                ? Optional.empty()
                : Optional.of(LocalDate.ofInstant(since, ZoneOffset.UTC).minusDays(MARGIN_DAYS));
    }

    /**
     * Today's part of the budget of a campaign in flight; empty where there is no flight, or no
     * budget.
     *
     * @param past has all plans of the campaign's flight, those of the day itself included
     * @throws dev.marginal.tables.BadInput if the campaign does not run on the day
     */
    public Optional<TodaysBudget> todays(PastPlans past) {
        return new Spending(past, date).todays(file);
    }

    /** The budget of the day. */
    public Budget budget(Optional<TodaysBudget> today) {
        return Spending.budget(file, today);
    }

    /**
     * Checks that the log tells of all that earlier plans would have sent before the day begins,
     * where that matters.
     *
     * @throws StaleInput if it does not
     */
    public void requireFresh(PastPlans past) {
        if (Past.matters(file)) {
            new Freshness(past, date, file.timeZone()).require();
        }
    }
}
