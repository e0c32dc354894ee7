package dev.marginal.app.answers;

import dev.marginal.uplift.Interval;
import java.util.Optional;

/**
 * What held-out customers of the experiment say a plan will earn; empty where nothing could be
 * measured.
 *
 * @param incrementalGmv in currency
 * @param low where its 95 % interval begins
 * @param high where it ends
 */
public record ForecastJson(Double incrementalGmv, Double low, Double high) {
    static ForecastJson of(Optional<Interval> gmv) {
        return gmv.map(one -> new ForecastJson(one.estimate(), one.low(), one.high()))
                .orElse(new ForecastJson(null, null, null));
    }
}
