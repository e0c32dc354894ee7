package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param files whose plans are of one kind
     * @param later campaigns of which only later days are looked at
     * @return empty if what plans depend on has changed since {@code inputs} were looked at
     */
    Map<String, DayPlan> plan(List<CampaignFile> files, List<CampaignFile> later) {
        try (Claims claims = Claims.take(store, files, date, settings)) {
            boolean pastMatters = files.stream().anyMatch(Past::matters);
            if (pastMatters && settings.kindOf(files.get(0)) == PlanKind.LIVE) {
                claims.requireAlone(store);
            }
            if (!standing(files).isEmpty()
                    || Inputs.pastChanged(inputs, files, date, store, settings)) {
                return Map.of();
            }
            if (pastMatters && !settings.assumePlannedSent()) {
                new Freshness(store, date, files.get(0).timeZone()).require();
            }
            KnownDay known = new KnownDay(door, date, store, settings);
            Deciding deciding = new Deciding(known.job(), known.situation(files, later));
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
