package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where history and audience are, and what their columns mean.
 *
 * @param folder that file names start from
 */
record TableSections(Section root, Path folder) {
    CampaignFile.HistoryColumns history() {
        Section section =
                root.section(
                        "history",
                        "history: {file: history.csv, treatment: arm, control: none, gmv: spend}");
        CampaignFile.HistoryColumns history =
                new CampaignFile.HistoryColumns(
                        source(section, "history"),
                        section.optionalText("customer"),
                        section.text(
                                "treatment",
                                "treatment: arm, the column that says what each row got"),
                        section.text(
                                "control", "control: none, the word of the rows that got nothing"),
                        section.text("gmv", "gmv: spend, the column of what each row bought"),
                        section.optionalText("propensity"),
                        section.optionalText("weight"),
                        section.words("ignore"),
                        section.words("categories"));
        requireOneRoleEach(section, history);
        section.noOtherKeys();
        return history;
    }

    private static void requireOneRoleEach(Section section, CampaignFile.HistoryColumns history) {
        List<String> columns = new ArrayList<>(List.of(history.treatment(), history.gmv()));
        history.customer().ifPresent(columns::add);
        history.propensity().ifPresent(columns::add);
        history.weight().ifPresent(columns::add);
        columns.addAll(history.categories());
        columns.addAll(history.ignore());
        columns.stream()
                .filter(column -> !column.isEmpty() && Collections.frequency(columns, column) > 1)
                .distinct()
                .forEach(
                        column ->
                                section.wrong(
                                        "treatment",
                                        column,
                                        "must have one role only, but stands under several keys of history",
                                        "Name each column once."));
    }

    CampaignFile.AudienceColumns audience() {
        Section section =
                root.section("audience", "audience: {file: audience.csv, customer: customer_id}");
        CampaignFile.AudienceColumns audience =
                new CampaignFile.AudienceColumns(
                        source(section, "audience"),
                        section.text(
                                "customer",
                                "customer: customer_id, the column of the customers' ids"),
                        section.words("ignore"));
        section.noOtherKeys();
        return audience;
    }

    private Source source(Section section, String key) {
        Optional<String> pattern = section.optionalText("file");
        Optional<String> sql = section.optionalText("sql");
        if (pattern.isPresent() && sql.isPresent()) {
            section.wrong("sql", "and file", "must not both be given", "Keep one of the two.");
        } else if (!section.has("file") && !section.has("sql")) {
            section.missing("file", "file: %s.csv, or sql: select …".formatted(key));
        }
        return sql.isPresent()
                ? new Source.Query(folder, key + ".sql", sql.get())
                : new Source.Files(folder, pattern.orElse("-"));
    }
}
