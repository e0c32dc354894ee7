package dev.marginal.scenarios;

import dev.marginal.tables.Source;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.scoring.Horizon;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign file asks of a log of purchases: where each customer stands and what they are
 * worth, as columns of the audience.
 *
 * @param line where the campaign file says so, for messages
 * @param purchases the log
 * @param log how it is read
 * @param model of purchases, by its name
 * @param horizon within which purchases are expected, in the log's unit of time
 * @param stages where a customer stands
 * @param features the columns that uplift is learnt from as well
 * @param asOf the day that customers are looked at, where the file names one
 * @param since the day from which moves between stages are told
 * @param planned the plan's day, once it is known; nothing from it on is looked at
 */
public record Lifecycle(
        long line,
        Source purchases,
        LogSettings log,
        String model,
        Horizon horizon,
        StageRules stages,
        List<String> features,
        Optional<LocalDate> asOf,
        Optional<LocalDate> since,
        Optional<LocalDate> planned) {
    /** The columns, in their order. */
    public static final List<String> COLUMNS =
            List.of(
                    "stage",
                    "p_alive",
                    "expected_purchases",
                    "expected_spend",
                    "value",
                    "value_of_an_order",
                    "rfm",
                    "segment");

    public Lifecycle {
        features = List.copyOf(features);
    }

    /**
     * A day that customers are looked at.
     *
     * @param date the last day of which purchases are known
     * @param why this day, in words
     */
    public record Eve(LocalDate date, String why) {}

    /** The same for a plan of a day. */
    public Lifecycle before(LocalDate day) {
        return new Lifecycle(
                line,
                purchases,
                log,
                model,
                horizon,
                stages,
                features,
                asOf,
                since,
                Optional.of(day));
    }

    /**
     * The day that the audience is looked at: {@link #asOf}, else the log's last; never one from
     * the plan's day on.
     */
    public Eve eve(LocalDate lastOfLog) {
        Eve asked =
                asOf.map(day -> new Eve(day, "as_of of the campaign file"))
                        .orElse(new Eve(lastOfLog, "the log's last day"));
        return planned.map(day -> day.minusDays(1))
                .filter(eve -> eve.isBefore(asked.date()))
                .map(eve -> new Eve(eve, "the day before the plan's"))
                .orElse(asked);
    }
}
