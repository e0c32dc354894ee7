package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Propensities;
import dev.marginal.tables.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What the columns of the history mean. */
record HistoryKeys(Section section) {
    private static final String EXAMPLE_SHARES = "shares: {none: 0.5, push: 0.5}";

    /** Shares are written with few digits. */
    private static final double ROUNDING = 0.001;

    CampaignFile.HistoryColumns columns(Source source) {
        String control =
                section.text("control", "control: none, the word of the rows that got nothing");
        CampaignFile.HistoryColumns history =
                new CampaignFile.HistoryColumns(
                        source,
                        section.optionalText("customer"),
                        section.text(
                                "treatment",
                                "treatment: arm, the column that says what each row got"),
                        control,
                        section.text("gmv", "gmv: spend, the column of what each row bought"),
                        propensities(control),
                        section.optionalText("weight"),
                        section.optionalText("cost"),
                        section.optionalText("time"),
                        section.words("ignore"),
                        section.words("categories"));
        requireOneRoleEach(history);
        section.noOtherKeys();
        return history;
    }

    private Propensities propensities(String control) {
        List<String> given =
                List.of("propensity", "propensities", "shares").stream()
                        .filter(section::has)
                        .toList();
        Propensities logged =
                section.optionalText("propensity")
                        .<Propensities>map(Propensities.Logged::new)
                        .orElse(new Propensities.OfRows());
        Propensities estimated =
                section.has("propensities") ? estimated() : new Propensities.OfRows();
        Propensities stated = section.has("shares") ? stated(control) : new Propensities.OfRows();
        if (given.size() > 1) {
            section.wrong(
                    given.get(1),
                    "and " + given.get(0),
                    "must not both be given",
                    "Propensities are logged, stated or estimated: keep one of them.");
        }
        return section.has("shares") ? stated : section.has("propensity") ? logged : estimated;
    }

    private Propensities estimated() {
        section.word("propensities", List.of("estimated"), "propensities: estimated");
        return new Propensities.Estimated();
    }

    private Propensities stated(String control) {
        Section keys = section.section("shares", EXAMPLE_SHARES);
        Map<String, Double> shares = new TreeMap<>();
        for (String arm : keys.keys()) {
            OptionalDouble share =
                    keys.number(
                            arm,
                            Double.MIN_VALUE,
                            1,
                            "must be a share above 0 and at most 1, such as 0.25");
            shares.put(arm, share.orElse(Double.NaN));
        }
        if (!shares.isEmpty() && !control.isEmpty() && !shares.containsKey(control)) {
            keys.missing(control, EXAMPLE_SHARES + ", the control among them");
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            section.wrong(
                    "shares",
                    String.format(Locale.ROOT, "together %.4f", sum),
                    "must add up to 1",
                    "Every arm of the history has its share of the lottery, the control too.");
        }
        shares.replaceAll((arm, share) -> share / sum);
        return new Propensities.Stated(shares);
    }

    private void requireOneRoleEach(CampaignFile.HistoryColumns history) {
        List<String> columns = new ArrayList<>(history.roles());
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
}
