package dev.marginal.value.fitting;

import dev.marginal.value.Fit;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.LogTally;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.scoring.ValueModel;
import dev.marginal.value.spending.GammaGamma;

/**
 * A model of purchases and one of amounts, as a file holds them. Nothing here is drawn at random,
 * so there is no seed.
 *
 * @param formatVersion of the file
 * @param marginal the version that wrote it
 * @param source the log, in the user's words
 * @param fingerprint of the rows that were read, 64 hexadecimal digits
 * @param settings how the log was read
 * @param tally what it held
 * @param until the last day that the fit knew, as ISO date
 * @param model name of the purchase model
 * @param purchases its fit, times in the settings' unit
 * @param spending the fit of Gamma-Gamma
 * @param dependence correlation of frequency and mean amount, which the model takes for 0; {@code
 *     NaN} where it cannot be told
 */
public record FittedValueModel(
        int formatVersion,
        String marginal,
        String source,
        String fingerprint,
        LogSettings settings,
        LogTally tally,
        String until,
        String model,
        Fit purchases,
        Fit spending,
        double dependence) {
    /** The format that this version writes, and the only one that it reads. */
    public static final int FORMAT_VERSION = 1;

    /** What scores customers. */
    public ValueModel valueModel() {
        return new ValueModel(
                PurchaseModels.of(model, purchases.parameters()),
                GammaGamma.of(spending.parameters()),
                settings.unit());
    }
}
