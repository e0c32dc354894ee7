package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One run over the campaigns of a day that have to be planned. */
record DayRun(
        DailyPlanning door,
        LocalDate date,
        PlanStore store,
        DaySettings settings,
        Map<String, SortedMap<String, String>> inputs) {
    /**
     * Plans and publishes, by the campaigns' names.
     *
     * @param later campaigns of which only later days are looked at
     * @return empty if what plans depend on has changed since {@code inputs} were looked at
     */
    Map<String, DayPlan> plan(List<CampaignFile> files, List<CampaignFile> later) {
        try (Claims claims = Claims.take(store, files, date, settings)) {
            boolean pastMatters = files.stream().anyMatch(Past::matters);
            if (pastMatters && settings.kind() == PlanKind.LIVE) {
                claims.requireAlone(store);
            }
            if (!standing(files).isEmpty()
                    || Inputs.pastChanged(inputs, files, date, store, settings)) {
                return Map.of();
            }
            if (pastMatters && !settings.assumePlannedSent()) {
                new Freshness(store, date, files.get(0).timeZone()).require();
            }
            List<Optional<TodaysBudget>> budgets =
                    files.stream().map(new Spending(store, date)::todays).toList();
            Deciding deciding = new Deciding(job(), situation(files, later, budgets));
            deciding.begin();
            Map<String, DayPlan> plans = new TreeMap<>();
            for (int number = 0; number < files.size(); number++) {
                String campaign = files.get(number).campaign();
                Deciding.Decided decided = deciding.decide(number, inputs.get(campaign));
                plans.put(campaign, publish(decided, claims.of(campaign)));
            }
            return plans;
        }
    }

    /**
     * The plans that stand already, made from the same inputs.
     *
     * @throws dev.marginal.scenarios.store.PlanInTheWay if one was made from others
     */
    Map<String, DayPlan> standing(List<CampaignFile> files) {
        Map<String, DayPlan> plans = new TreeMap<>();
        for (CampaignFile file : files) {
            PlanKey key = new PlanKey(file.campaign(), date);
            Standing.find(store, key, inputs.get(file.campaign()), settings)
                    .map(plan -> new DayPlan(plan, store.folder(plan), Optional.empty()))
                    .ifPresent(plan -> plans.put(file.campaign(), plan));
        }
        return plans;
    }

    private PlanningJob job() {
        return new PlanningJob(door.reader(), door.execution(), door.progress());
    }

    private Situation situation(
            List<CampaignFile> files,
            List<CampaignFile> later,
            List<Optional<TodaysBudget>> budgets) {
        List<CampaignFile> all = new ArrayList<>(files);
        all.addAll(later);
        PlanningJob job = job();
        List<Valued> valued = all.stream().map(file -> value(job, file)).toList();
        door.progress().begins("Looking at who may be contacted, when and how often");
        House house = House.of(valued, door.reader());
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
                campaigns.subList(0, files.size()),
                campaigns.subList(files.size(), all.size()),
                view,
                budgets,
                money(files, later, budgets, view),
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

    private Valued value(PlanningJob job, CampaignFile file) {
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

    private DayPlan publish(Deciding.Decided decided, Claim claim) {
        PlanKey key = new PlanKey(decided.campaign().file().campaign(), date);
        SortedMap<String, String> known = decided.day().inputs();
        door.progress().begins("Auditing and publishing the plan of " + key);
        Path workplace = claim.workplace();
        PlanFolder.write(
                decided.campaign(), decided.day(), key.campaign() + "-" + key.date(), workplace);
        claim.reached(PlanState.BUILT, known);
        AuditReport audit = PlanFolder.audit(workplace);
        claim.reached(PlanState.AUDITED, known);
        Optional<PlanRecord> old = settings.supersede() ? store.published(key) : Optional.empty();
        Optional<PlanDifference> difference =
                old.map(plan -> PlanDifference.between(store.folder(plan), workplace));
        requireUnchanged(decided.campaign().file());
        PlanRecord record = claim.publish(old);
        return new DayPlan(
                record,
                store.folder(record),
                Optional.of(
                        new DayPlan.Made(decided.campaign(), decided.day(), audit, difference)));
    }

    /** What was read is what the plan says it was made from, unless a file changed meanwhile. */
    private void requireUnchanged(CampaignFile file) {
        List<String> changed = Inputs.filesChanged(inputs, file, date, store, settings);
        if (!changed.isEmpty()) {
            throw new StaleInput(
                    """
                    While %s was being planned, this changed: %s. Nothing was published.
                    Run again when the files are whole."""
                            .formatted(file.campaign(), String.join(", ", changed)),
                    true);
        }
    }
}
