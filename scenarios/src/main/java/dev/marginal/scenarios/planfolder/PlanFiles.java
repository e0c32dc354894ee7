package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.reasons.ReasonTotal;
import dev.marginal.scenarios.reasons.Reasons;
import dev.marginal.scenarios.report.ReportFacts;
import dev.marginal.scenarios.report.page.PlanFacts;
import dev.marginal.scenarios.report.page.ReportPage;
import dev.marginal.tables.Column;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import dev.marginal.uplift.storage.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of one plan into a folder. */
final class PlanFiles {
    /** Where each customer of the audience stands. */
    static final String LIFECYCLE = "lifecycle.parquet";

    private final PlannedCampaign planned;
    private final CampaignPlan plan;
    private final Day day;
    private final String name;
    private final Path folder;

    PlanFiles(PlannedCampaign planned, Day day, String name, Path folder) {
        this.planned = planned;
        this.plan = planned.plan();
        this.day = day;
        this.name = name;
        this.folder = folder;
    }

    void write() throws IOException {
        Files.copy(planned.file().path(), folder.resolve("campaign.yml"));
        Optional<ContactsFile> contacts = planned.file().daily().contacts();
        if (contacts.isPresent()) {
            Files.copy(contacts.get().path(), folder.resolve("contacts.yml"));
        }
        TableFiles.write(
                ScoreColumns.table(planned.file(), planned.audience(), plan.scores()),
                folder.resolve("scores.parquet"));
        if (planned.audience().standing().isPresent()) {
            TableFiles.write(
                    lifecycle(planned.audience().standing().get()), folder.resolve(LIFECYCLE));
        }
        Table sends = new SendColumns(planned.file(), planned.audience().ids(), plan, day).table();
        TableFiles.write(sends, folder.resolve("sends.csv"));
        TableFiles.write(sends, folder.resolve("sends.parquet"));
        if (day.exploring().isPresent()) {
            TableFiles.write(
                    new Arms(plan, day).table(planned.audience().ids()),
                    folder.resolve("assignments.parquet"));
        }
        if (day.reserved().at().length > 0) {
            TableFiles.write(
                    ReservedColumns.table(planned.audience().ids(), day.reserved()),
                    folder.resolve("reserved.parquet"));
        }
        List<ReasonTotal> notSent =
                reasons().write(planned.audience().ids(), folder.resolve("not_sent.csv"));
        new ModelFolder(folder.resolve("model")).write(planned.model());
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        json.writeValue(folder.resolve(PlanFacts.KEPT).toFile(), ReportFacts.of(planned));
        PlanDocumentWriter document = new PlanDocumentWriter(planned, day, notSent, name, folder);
        SortedMap<String, String> hashes = hashes();
        JsonNode told = json.readTree(json.writeValueAsBytes(document.document(hashes)));
        Path report = folder.resolve(PlanFacts.REPORT);
        Files.writeString(report, new ReportPage(PlanFacts.of(told, folder)).html());
        hashes.put(PlanFacts.REPORT, Fingerprint.of(report));
        json.writeValue(folder.resolve("plan.json").toFile(), document.document(hashes));
    }

    private Table lifecycle(Standing standing) {
        List<Column> columns = new ArrayList<>(List.of(planned.audience().ids().named("customer")));
        columns.addAll(standing.columns().columns());
        return new Table("lifecycle", standing.columns().rows(), columns);
    }

    private Reasons reasons() {
        CampaignFile file = planned.file();
        Valuation valuation =
                new Valuation(
                        file.offers(), file.objective(), file.budget().confidence().isPresent());
        return Reasons.of(plan, valuation, planned.audience().traits(), day.rules(), day.gates());
    }

    private SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    hashes.put(
                                            folder.relativize(file).toString().replace('\\', '/'),
                                            Fingerprint.of(file)));
        }
        return hashes;
    }
}
