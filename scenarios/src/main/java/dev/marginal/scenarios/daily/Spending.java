package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Budget;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Flight;
import dev.marginal.scenarios.days.Pacing;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What campaigns in flight have spent, and what that leaves for a day. */
record Spending(PastPlans store, LocalDate date) {
    private static final double CENTS = 100;
    private static final double CENT_PLAY = 1e-6;

    /**
     * Today's part of the budget of a campaign in flight: what is left of it, divided evenly among
     * the days that are left. Empty where there is no flight, or no budget.
     *
     * @throws BadInput if the campaign does not run on the day
     */
    Optional<TodaysBudget> todays(CampaignFile file) {
        Optional<Flight> flight = file.daily().flight();
        if (flight.isEmpty()) {
            return Optional.empty();
        }
        requireRunning(file, flight.get());
        OptionalDouble total = file.budget().atMost();
        if (total.isEmpty()) {
            return Optional.empty();
        }
        double spent = spent(file.campaign(), flight.get());
        int days = flight.get().daysLeft(date);
        double today = Pacing.even(Pacing.left(total.getAsDouble(), spent), days);
        return Optional.of(
                new TodaysBudget(
                        total.getAsDouble(),
                        spent,
                        days,
                        Math.floor(today * CENTS) / CENTS,
                        "what is left, divided evenly among the days that are left"));
    }

    /**
     * What of the budget of a campaign in flight later days in view may spend, in proportion to
     * their number: of what is left after today's plan, if that is published already. Empty where
     * there is no budget.
     */
    OptionalDouble later(CampaignFile file, DaysInView view) {
        OptionalDouble total = file.budget().atMost();
        if (file.daily().flight().isEmpty() || total.isEmpty()) {
            return OptionalDouble.empty();
        }
        Flight flight = file.daily().flight().get();
        LocalDate tomorrow = date.plusDays(1);
        int days = flight.daysLeft(flight.from().isAfter(tomorrow) ? flight.from() : tomorrow);
        double left =
                Pacing.left(
                        total.getAsDouble(),
                        new Spending(store, tomorrow).spent(file.campaign(), flight));
        int inView = view.daysOf(file, 1, view.days() - 1);
        return OptionalDouble.of(days > 0 ? left / days * inView : 0);
    }

    /**
     * Today's part of a budget and that of the later days in view, in proportion to their number.
     */
    static OptionalDouble inView(Optional<TodaysBudget> today, CampaignFile file, DaysInView view) {
        return today.map(
                        one ->
                                OptionalDouble.of(
                                        Pacing.left(one.total(), one.spent())
                                                / one.daysLeft()
                                                * view.daysOf(file, 0, view.days() - 1)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * What today needs of its even part.
     *
     * @param spend of today in the plan of all days in view
     */
    static TodaysBudget paced(TodaysBudget even, double spend, DaysInView view) {
        double cents = Math.ceil(spend * CENTS - CENT_PLAY) / CENTS;
        return new TodaysBudget(
                even.total(),
                even.spent(),
                even.daysLeft(),
                Math.min(even.today(), cents),
                "an even part of what is left, or less where contacts are worth more on the days until %s"
                        .formatted(view.until()));
    }

    /** The budget of a day. */
    static Budget budget(CampaignFile file, Optional<TodaysBudget> today) {
        return today.map(
                        one ->
                                new Budget(
                                        OptionalDouble.of(one.today()), file.budget().confidence()))
                .orElse(file.budget());
    }

    /**
     * What the campaign's flight has cost on other days, in currency, and what has gone out today:
     * the planned sends of every other day, but for those that the log knows were kept back, and
     * those sends of plans that were superseded, or are to be, of which the log knows that they
     * went out. Later days count as well: days may be planned out of order, or anew.
     */
    private double spent(String campaign, Flight flight) {
        List<PlanRecord> all =
                store.plans(flight.from(), flight.until()).stream()
                        .filter(plan -> plan.key().campaign().equals(campaign))
                        .filter(plan -> plan.kind() == PlanKind.LIVE)
                        .toList();
        List<PlanRecord> standing =
                all.stream()
                        .filter(plan -> plan.state() == PlanState.PUBLISHED && !isToday(plan))
                        .toList();
        List<PlanRecord> replaced =
                all.stream()
                        .filter(
                                plan ->
                                        plan.state() == PlanState.SUPERSEDED
                                                || plan.state() == PlanState.PUBLISHED
                                                        && isToday(plan))
                        .toList();
        LogSql log = new LogSql(store);
        List<String> parts = new ArrayList<>();
        if (!standing.isEmpty()) {
            parts.add(cost(log.sends(standing), "left join", log.told()));
        }
        if (!replaced.isEmpty()) {
            parts.add(cost(log.sends(replaced), "join", log.told()));
        }
        return parts.isEmpty() ? 0 : sum(String.join(" union all ", parts));
    }

    private boolean isToday(PlanRecord plan) {
        return plan.key().date().equals(date);
    }

    private static String cost(String sends, String join, String told) {
        return """
        select decision_id, cast(cost as decimal(18, 6)) as cost from (%s) planned
        %s (%s) told using (decision_id)
        where coalesce(status, 'planned') not in ('failed', 'cancelled', 'expired')"""
                .formatted(sends, join, told);
    }

    /** A send of several plans is paid once. */
    private static double sum(String costs) {
        try (Database database = Database.over(Path.of("").toAbsolutePath())) {
            Object sum =
                    database.rows(
                                    "select coalesce(sum(cost), 0)::double as spent from (select decision_id, max(cost) as cost from (%s) group by decision_id)"
                                            .formatted(costs))
                            .get(0)
                            .get("spent");
            return ((Number) sum).doubleValue();
        }
    }

    private void requireRunning(CampaignFile file, Flight flight) {
        if (!flight.includes(date)) {
            throw new BadInput(
                    new Problem(
                            file.name(),
                            0,
                            "flight",
                            flight.from() + " to " + flight.until(),
                            "does not include " + date,
                            "Plan a day of the flight, or change flight.from and flight.until."));
        }
    }
}
