package dev.marginal.value.log;

import dev.marginal.value.Histories;
import java.time.LocalDate;

/**
 * A log cut in two by time: nothing of the later part is known to the earlier one.
 *
 * @param calibration everyone who had bought by the last day of the calibration
 * @param end the last day of the holdout
 * @param heldPurchases by row of the calibration: days with a purchase after it, up to the end
 * @param heldSpend what they amount to
 * @param recentPurchases days with a purchase in the stretch before the cut that is as long as the
 *     holdout, or as far as the log goes back
 * @param recentSpend what they amount to
 */
public record Split(
        Histories calibration,
        LocalDate end,
        int[] heldPurchases,
        double[] heldSpend,
        int[] recentPurchases,
        double[] recentSpend) {
    /** The length of the holdout in units of time. */
    public double horizon() {
        return calibration.unit().of(end.toEpochDay() - calibration.until().toEpochDay());
    }
}
