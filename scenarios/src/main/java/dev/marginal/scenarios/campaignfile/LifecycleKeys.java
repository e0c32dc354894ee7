package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Lifecycle;
import dev.marginal.tables.Source;
import dev.marginal.tables.Suggestion;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.LogSettings.Nameless;
import dev.marginal.value.log.LogSettings.Refunds;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.scoring.Horizon;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where customers stand, by a log of purchases: {@code lifecycle}.
 *
 * @param folder that file names start from
 */
record LifecycleKeys(Section root, Path folder) {
    /** The section's own name. */
    static final String KEY = "lifecycle";

    private static final String EXAMPLE =
            "lifecycle: {purchases: {file: purchases.csv, customer: customer_id, time: day, amount: total}}";
    private static final double LONGEST = 1e6;
    private static final double MOST_DISCOUNT = 1e3;

    /** The section; empty where there is none. */
    Optional<Lifecycle> lifecycle(CampaignFile.HistoryColumns history) {
        if (!root.has(KEY)) {
            return Optional.empty();
        }
        Section section = root.section(KEY, EXAMPLE);
        Section purchases = section.section("purchases", EXAMPLE);
        Source source = TableSections.source(purchases, "purchases", folder);
        LogSettings log = log(purchases, unit(section));
        purchases.noOtherKeys();
        Lifecycle lifecycle =
                new Lifecycle(
                        root.place(KEY).line(),
                        source,
                        log,
                        oneOf(section, "model", PurchaseModels.names()),
                        horizon(section, log.unit()),
                        new StageKeys(section).rules(),
                        features(section, history),
                        DailyKeys.maybeDate(section, "as_of"),
                        DailyKeys.maybeDate(section, "since"),
                        Optional.empty());
        section.noOtherKeys();
        return Optional.of(lifecycle);
    }

    private static LogSettings log(Section purchases, UnitOfTime unit) {
        return new LogSettings(
                named(purchases, "customer", "customer: customer_id, who bought"),
                named(purchases, "time", "time: day, the column of dates"),
                named(purchases, "amount", "amount: total, the column of what was paid"),
                Refunds.valueOf(constant(purchases, "refunds", Refunds.values())),
                Nameless.valueOf(constant(purchases, "nameless", Nameless.values())),
                unit);
    }

    /** A column's name; where it is missing, which is told, any other. */
    private static String named(Section purchases, String key, String example) {
        String name = purchases.text(key, example);
        return name.isEmpty() ? key : name;
    }

    private static String constant(Section section, String key, Enum<?>[] values) {
        List<String> words =
                Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
        return oneOf(section, key, words).toUpperCase(Locale.ROOT);
    }

    /** One of these words, the first where the key is absent, or what stands there is told. */
    private static String oneOf(Section section, String key, List<String> words) {
        String word =
                section.has(key)
                        ? section.word(key, words, "%s: %s".formatted(key, words.get(0)))
                        : words.get(0);
        return words.contains(word) ? word : words.get(0);
    }

    private static UnitOfTime unit(Section section) {
        if (!section.has("unit")) {
            return UnitOfTime.WEEK;
        }
        List<String> words = UnitOfTime.KNOWN.stream().map(UnitOfTime::word).toList();
        return UnitOfTime.named(section.word("unit", words, "unit: week")).orElse(UnitOfTime.WEEK);
    }

    private static Horizon horizon(Section section, UnitOfTime unit) {
        double length =
                section.number(
                                "horizon",
                                Double.MIN_NORMAL,
                                LONGEST,
                                "must be a number of %ss above 0, such as 26"
                                        .formatted(unit.word()))
                        .orElse(unit.of(UnitOfTime.YEAR.days()));
        double discount =
                section.number(
                                "discount",
                                0,
                                MOST_DISCOUNT,
                                "must be 0 or more, such as 0.1: a coin in a year is then worth 1 / 1.1")
                        .orElse(0);
        return new Horizon(length, discount);
    }

    /** A history's row knows its customer and its day, or nothing of the log. */
    private static List<String> features(Section section, CampaignFile.HistoryColumns history) {
        List<String> features = section.words("features").stream().distinct().toList();
        features.stream()
                .filter(name -> !Lifecycle.COLUMNS.contains(name))
                .forEach(
                        name ->
                                section.wrong(
                                        "features",
                                        name,
                                        "must be one of " + String.join(", ", Lifecycle.COLUMNS),
                                        Suggestion.didYouMean(name, Lifecycle.COLUMNS)));
        if (!features.isEmpty() && (history.customer().isEmpty() || history.time().isEmpty())) {
            section.wrong(
                    "features",
                    String.join(", ", features),
                    "needs history.customer and history.time, the customer and the day of treatment of each row",
                    "Only purchases before that day may be known to a feature. Rules can name these columns without.");
        }
        return features;
    }
}
