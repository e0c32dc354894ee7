package dev.marginal.value.fitting;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Fingerprint;
import dev.marginal.value.Histories;
import dev.marginal.value.Version;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.spending.GammaGamma;
import java.time.LocalDate;

/** Fits a purchase model and Gamma-Gamma to what a log knows on a day. */
public final class ValueLearner {
    private final Execution execution;

    public ValueLearner(Execution execution) {
        this.execution = execution;
    }

    /**
     * The most likely models.
     *
     * @param model one of {@link PurchaseModels#names()}
     * @param until the last day that the fit may know
     * @throws BadInput if nobody came back, or spent anything when they did
     */
    public FittedValueModel fit(TransactionLog log, String model, LocalDate until) {
        return fit(log, log.histories(until, execution), model);
    }

    /** The same of histories that the log gave. */
    public FittedValueModel fit(TransactionLog log, Histories histories, String model) {
        return new FittedValueModel(
                FittedValueModel.FORMAT_VERSION,
                Version.marginal(),
                log.rows().origin(),
                Fingerprint.of(log.rows()),
                log.settings(),
                log.tally(),
                histories.until().toString(),
                model,
                PurchaseModels.fit(model, histories, execution),
                GammaGamma.fit(histories, execution),
                GammaGamma.dependence(histories, execution));
    }
}
