package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.Source;
import java.nio.file.Path;
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
        return new HistoryKeys(section).columns(source(section, "history", folder));
    }

    CampaignFile.AudienceColumns audience() {
        Section section =
                root.section("audience", "audience: {file: audience.csv, customer: customer_id}");
        CampaignFile.AudienceColumns audience =
                new CampaignFile.AudienceColumns(
                        source(section, "audience", folder),
                        section.text(
                                "customer",
                                "customer: customer_id, the column of the customers' ids"),
                        section.words("ignore"));
        section.noOtherKeys();
        return audience;
    }

    /** Files or SQL; {@code key} is what SQL is called. */
    static Source source(Section section, String key, Path folder) {
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
