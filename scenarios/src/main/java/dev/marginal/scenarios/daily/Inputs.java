package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Source;
import dev.marginal.uplift.Provenance;
import dev.marginal.uplift.learners.Versions;
import dev.marginal.uplift.storage.StoredModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that plans depend on, by name: hashes of files, the log, earlier plans, and settings.
 * Cheap beside planning, so that a plan that stands already is recognised before any work.
 *
 * <p>Other plans of the same day are no inputs: a plan published later planned around the ones
 * before it, and must not make those look outdated. {@code plan.json} tells which were known.
 */
final class Inputs {
    private final LocalDate date;
    private final PlanStore store;
    private final DaySettings settings;
    private final Map<Source, String> sources = new HashMap<>();

    private Inputs(LocalDate date, PlanStore store, DaySettings settings) {
        this.date = date;
        this.store = store;
        this.settings = settings;
    }

    /** The inputs of each campaign, by its name. */
    static Map<String, SortedMap<String, String>> of(
            List<CampaignFile> files,
            LocalDate date,
            PlanStore store,
            DaySettings settings,
            Progress progress) {
        progress.begins("Looking at what the plans depend on");
        Inputs inputs = new Inputs(date, store, settings);
        Map<String, SortedMap<String, String>> all = new TreeMap<>();
        for (CampaignFile file : files) {
            SortedMap<String, String> own = new TreeMap<>();
            inputs.addDay(file, own);
            inputs.addCampaign(file, own);
            files.stream()
                    .filter(other -> other != file)
                    .forEach(other -> inputs.addOther(other, own));
            file.daily().contacts().ifPresent(contacts -> inputs.addContacts(contacts, own));
            inputs.addPast(file, own);
            all.put(file.campaign(), own);
        }
        return all;
    }

    /** Whether plans or parts of the log have come since inputs were looked at. */
    static boolean pastChanged(
            Map<String, SortedMap<String, String>> known,
            List<CampaignFile> files,
            LocalDate date,
            PlanStore store,
            DaySettings settings) {
        Inputs inputs = new Inputs(date, store, settings);
        return files.stream()
                .map(file -> changed(known.get(file.campaign()), now -> inputs.addPast(file, now)))
                .anyMatch(changed -> !changed.isEmpty());
    }

    /** Which files of a campaign are not as they were when inputs were looked at, by name. */
    static List<String> filesChanged(
            Map<String, SortedMap<String, String>> known,
            CampaignFile file,
            LocalDate date,
            PlanStore store,
            DaySettings settings) {
        Inputs inputs = new Inputs(date, store, settings);
        return changed(
                known.get(file.campaign()),
                now -> {
                    inputs.addCampaign(file, now);
                    file.daily()
                            .contacts()
                            .ifPresent(contacts -> inputs.addContacts(contacts, now));
                });
    }

    /** What looking again finds otherwise, or new, by name. */
    private static List<String> changed(
            SortedMap<String, String> known, Consumer<SortedMap<String, String>> looking) {
        SortedMap<String, String> now = new TreeMap<>(known);
        looking.accept(now);
        return now.keySet().stream()
                .filter(name -> !now.get(name).equals(known.get(name)))
                .toList();
    }

    private void addDay(CampaignFile file, SortedMap<String, String> own) {
        own.put("date", date.toString());
        own.put("kind", settings.kindOf(file).name().toLowerCase(Locale.ROOT));
        own.put("marginal", Versions.marginal());
        own.put("assume_planned_sent", String.valueOf(settings.assumePlannedSent()));
    }

    private void addCampaign(CampaignFile file, SortedMap<String, String> own) {
        own.put("campaign_file", Fingerprint.of(file.path()));
        own.put("audience", hash(file.audience().source()));
        if (file.objective() instanceof Objective.Value value) {
            value.table().ifPresent(table -> own.put("future_value", hash(table.source())));
        }
        file.lifecycle().ifPresent(asked -> own.put("purchases", hash(asked.purchases())));
        own.put(
                "history",
                settings.model(file.campaign())
                        .map(Inputs::learnt)
                        .orElseGet(() -> hash(file.history().source())));
    }

    /** A model fitted before was made by these settings from this history. */
    private static String learnt(StoredModel model) {
        Provenance provenance = model.fit().model().provenance();
        return "model of learner %s, seed %d, history %s, marginal %s"
                .formatted(
                        provenance.learner(),
                        provenance.settings().seed(),
                        provenance.historyFingerprint(),
                        provenance.marginalVersion());
    }

    private void addOther(CampaignFile other, SortedMap<String, String> own) {
        SortedMap<String, String> its = new TreeMap<>();
        addCampaign(other, its);
        its.forEach((name, hash) -> own.put("with " + other.campaign() + " " + name, hash));
    }

    private void addContacts(ContactsFile contacts, SortedMap<String, String> own) {
        own.put("contacts", Fingerprint.of(contacts.path()));
        contacts.people().ifPresent(people -> own.put("people", hash(people.source())));
        for (ContactsFile.Suppression list : contacts.suppressed()) {
            own.put("suppressed " + list.source().name(), hash(list.source()));
        }
    }

    private void addPast(CampaignFile file, SortedMap<String, String> own) {
        if (!Past.matters(file)) {
            return;
        }
        SendLog log = store.log();
        for (SendLog.LogFile part : log.files()) {
            own.put("log " + part.sha256(), "%d rows".formatted(part.rows()));
        }
        own.put("log", log.completeThrough().map(Object::toString).orElse("empty"));
        for (PlanRecord plan : Past.publishedBefore(store, date)) {
            own.put("plan " + plan.key(), "attempt " + plan.number());
        }
    }

    private String hash(Source source) {
        return sources.computeIfAbsent(source, SourceHash::of);
    }
}
