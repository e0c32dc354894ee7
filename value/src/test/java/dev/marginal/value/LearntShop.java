package dev.marginal.value;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.value.boosted.AmountHead;
import dev.marginal.value.boosted.BoostedLearner;
import dev.marginal.value.boosted.BoostedSettings;
import dev.marginal.value.boosted.CustomerColumns;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.planted.PlantedProspects;
import java.time.LocalDate;
import java.util.Optional;

/** A small planted shop of 540 days, and what few trees and Pareto/NBD learnt of it. */
public final class LearntShop {
    public static final int HORIZON_DAYS = 182;
    public static final double HORIZON = HORIZON_DAYS / 7.;

    private static final PlantedProspects.Known KNOWN =
            new PlantedProspects(3, 600, LocalDate.of(2024, 1, 1), 540, 1).known();
    public static final TransactionLog LOG =
            new TransactionLog(KNOWN.log(), LogSettings.of("customer", "day", "amount"));
    public static final CustomerColumns COLUMNS =
            new CustomerColumns(
                    "customers.csv",
                    KNOWN.customers().column("customer", IdColumn.class),
                    KNOWN.customers().columns().subList(1, 3));

    private LearntShop() {}

    public static LearntValue learnt(Execution execution) {
        BoostedSettings settings =
                new BoostedSettings(7, AmountHead.GAMMA, 30, new Trees(12, 2, .3, 5, 1, 1));
        return new LearntValue(
                parametric(execution).parametric(),
                Optional.of(
                        new BoostedLearner(settings, execution)
                                .fit(LOG, COLUMNS, LOG.lastDay(), HORIZON_DAYS)));
    }

    public static LearntValue parametric(Execution execution) {
        return LearntValue.of(new ValueLearner(execution).fit(LOG, "pareto_nbd", LOG.lastDay()));
    }
}
