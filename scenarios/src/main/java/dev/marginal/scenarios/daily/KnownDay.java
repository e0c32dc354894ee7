package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks up what is known of a day before anything is decided. Changes nothing. */
record KnownDay(DailyPlanning door, LocalDate date, PlanStore store, DaySettings settings) {
    PlanningJob job() {
        return new PlanningJob(door.reader(), door.execution(), door.progress());
    }

    /**
     * What is known of campaigns and their house.
     *
     * @param files those to plan
     * @param later those of which only later days are looked at
     */
    Situation situation(List<CampaignFile> files, List<CampaignFile> later) {
        List<Optional<TodaysBudget>> budgets = budgets(files);
        List<CampaignFile> all = new ArrayList<>(files);
        all.addAll(later);
        PlanningJob job = job();
        List<Valued> valued = all.stream().map(file -> value(job, file)).toList();
        door.progress().begins("Looking at who may be contacted, when and how often");
        House house = House.of(valued, door.reader());
        return situation(house, valued, files.size(), budgets);
    }

    /** The same campaigns where their files say something else of who may be contacted. */
    Situation again(Situation before, List<Valued> changed) {
        return situation(before.house(), changed, before.campaigns().size(), before.budgets());
    }

    private Situation situation(
            House house, List<Valued> valued, int today, List<Optional<TodaysBudget>> budgets) {
        List<CampaignFile> all = valued.stream().map(Valued::file).toList();
        List<CampaignFile> files = all.subList(0, today);
        List<CampaignDay> campaigns =
                IntStream.range(0, valued.size())
                        .mapToObj(
                                number ->
                                        CampaignDay.of(
                                                valued.get(number),
                                                number,
                                                house,
                                                date,
                                                door.execution()))
                        .toList();
        DaysInView view = DaysInView.of(all, date);
        Instant since = Together.since(campaigns);
        boolean asked = !since.equals(Instant.MAX);
        return new Situation(
                date,
                settings,
                house,
                campaigns.subList(0, today),
                campaigns.subList(today, all.size()),
                view,
                budgets,
                money(files, all.subList(today, all.size()), budgets, view),
                LastPrices.of(store, files, date),
                asked ? past(house, files, since) : Past.Sends.none(house.crowd().customers()),
                files.stream()
                        .map(
                                file ->
                                        asked
                                                ? standing(house, file, since)
                                                : PastSends.none(house.crowd().customers()))
                        .toList(),
                asked ? store.log().files() : List.of());
    }

    private List<Optional<TodaysBudget>> budgets(List<CampaignFile> files) {
        return files.stream().map(new Spending(store, date)::todays).toList();
    }

    private List<OptionalDouble> money(
            List<CampaignFile> files,
            List<CampaignFile> later,
            List<Optional<TodaysBudget>> budgets,
            DaysInView view) {
        List<OptionalDouble> money = new ArrayList<>();
        for (int number = 0; number < files.size(); number++) {
            money.add(Spending.inView(budgets.get(number), files.get(number), view));
        }
        Spending spending = new Spending(store, date);
        later.forEach(file -> money.add(spending.later(file, view)));
        return money;
    }

    private Valued value(PlanningJob job, CampaignFile named) {
        CampaignFile file = named.on(date);
        return settings.model(file.campaign())
                .map(model -> job.value(file, model))
                .orElseGet(() -> job.value(file));
    }

    private Past.Sends past(House house, List<CampaignFile> files, Instant since) {
        return Past.sends(
                store,
                house.crowd().ids(),
                since,
                files.stream()
                        .map(file -> new PlanKey(file.campaign(), date))
                        .collect(Collectors.toSet()),
                door.reader());
    }

    /** What the campaign's plan of the day reserves, as long as it is not superseded. */
    private PastSends standing(House house, CampaignFile file, Instant since) {
        List<PlanRecord> plan =
                store.published(new PlanKey(file.campaign(), date)).stream()
                        .filter(record -> record.kind() == PlanKind.LIVE)
                        .toList();
        SendsBuilder sends = new SendsBuilder(house.crowd().customers());
        new Reservations(store, plan, door.reader()).addTo(sends, house.crowd().ids(), since);
        return sends.build();
    }
}
