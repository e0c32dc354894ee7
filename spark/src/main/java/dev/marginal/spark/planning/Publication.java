package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.scenarios.daily.WholeDay;
import dev.marginal.scenarios.planfolder.AuditFailed;
import dev.marginal.scenarios.planfolder.PartTotals;
import dev.marginal.scenarios.planfolder.PartedPlan;
import dev.marginal.scenarios.planning.ForecastPart;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.spark.SpreadPlan;
import dev.marginal.spark.audit.SparkAudit;
import dev.marginal.spark.files.AudienceFiles;
import dev.marginal.spark.files.AudienceRecord;
import dev.marginal.tables.Fingerprint;
import dev.marginal.uplift.learners.Versions;
import dev.marginal.uplift.storage.StoredModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Has tasks write what a plan says of their customers, audits all of it, and publishes it. */
record Publication(
        SparkPlanning door,
        CampaignFile file,
        StoredModel model,
        WholeDay whole,
        Staging staging,
        PlansSeen seen,
        StoredPlan place,
        PastFolders past,
        Optional<TodaysBudget> today) {
    PublishedPlan publish(
            SpreadPlan<AudienceFiles> plan,
            PartReader reader,
            PartedPlan.WholeAudience audience,
            AudienceRecord record) {
        door.progress().begins("Writing %,d sends".formatted(plan.sends()));
        PartWriter writer =
                new PartWriter(reader, whole, Figures.of(plan.figures()), staging.folder());
        List<PartWriter.Written> written = plan.parts().map(writer::write).collect();
        staging.write(record.json(), AudienceRecord.FILE);
        written.forEach(part -> staging.hashes().putAll(part.files()));
        Forecast forecast =
                ForecastPart.forecast(
                        model,
                        new Valuation(file.offers(), file.objective()),
                        whole.columns(),
                        plan.figures(),
                        whole.rules(file),
                        written.stream().map(PartWriter.Written::forecast).toList());
        PartedPlan.Spread spread =
                new PartedPlan.Spread(
                        written.size(),
                        plan.traffic().passes(),
                        plan.traffic().passBytes(),
                        plan.traffic().rows());
        PartedPlan told =
                new PartedPlan(
                        place.key().name(),
                        file,
                        place.key().date(),
                        model,
                        plan.figures(),
                        forecast,
                        written.stream()
                                .map(PartWriter.Written::totals)
                                .reduce(PartTotals.none(file.offers().size()), PartTotals::plus),
                        audience,
                        new PartedPlan.DayFacts(
                                today,
                                file.daily().holdouts(),
                                whole.heldOut(),
                                log(reader),
                                inputs(reader, audience)),
                        spread);
        store().disk().write(told.json(staging.hashes()), staging.folder() + "/plan.json");
        AuditReport audit = audit();
        Optional<PlanDifference> difference = difference();
        door.progress().begins("Publishing " + place.folder());
        seen.requireAll();
        return new PublishedPlan(
                store().publish(place, staging.folder()),
                plan.customers(),
                plan.sends(),
                plan.figures(),
                forecast,
                spread,
                audit,
                difference);
    }

    private Store store() {
        return seen.store();
    }

    private Optional<PlanDifference> difference() {
        return store().published(place.key().date()).stream()
                .filter(old -> old.key().equals(place.key()))
                .findFirst()
                .map(
                        old ->
                                new Replacing(door.session())
                                        .between(store().folder(old), staging.folder()));
    }

    private AuditReport audit() {
        door.progress().begins("Auditing");
        AuditReport audit = new SparkAudit(door.session(), store().disk()).audit(staging.folder());
        if (!audit.passed()) {
            throw new AuditFailed(audit);
        }
        return audit;
    }

    /** As the copy's files are called, so are those of the store. */
    private LinkedHashMap<String, String> log(PartReader reader) {
        LinkedHashMap<String, String> log = new LinkedHashMap<>();
        for (SendLog.LogFile part : reader.past().log().files()) {
            log.put(
                    "%s/.log/%s".formatted(store().address(), part.file().getFileName()),
                    Fingerprint.of(part.file()));
        }
        return log;
    }

    private SortedMap<String, String> inputs(PartReader reader, PartedPlan.WholeAudience audience) {
        SortedMap<String, String> inputs = new TreeMap<>();
        inputs.put("date", place.key().date().toString());
        inputs.put("marginal", Versions.marginal());
        inputs.put("audience", audience.fingerprint());
        inputs.put("history", model.fit().model().provenance().historyFingerprint());
        for (SendLog.LogFile part : reader.past().log().files()) {
            inputs.put("log " + part.sha256(), "%d rows".formatted(part.rows()));
        }
        for (StoredPlan plan : past.plans()) {
            inputs.put("plan " + plan.key(), "attempt " + plan.number());
        }
        return inputs;
    }
}
