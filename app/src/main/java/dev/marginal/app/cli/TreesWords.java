package dev.marginal.app.cli;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.boosted.BoostedFit;
import java.util.ArrayList;
import java.util.List;

/**
 * How boosted trees came about.
 *
 * @param beside the model of purchases that tells what they cannot
 */
record TreesWords(BoostedFit fit, String beside) {
    List<String> lines() {
        UnitOfTime unit = fit.logSettings().unit();
        List<FeatureSpec> brought = fit.broughtFeatures();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "Values, boosted: %,d customers as of %s, of whom %,d spent anything in the %,d days until %s"
                        .formatted(
                                fit.customers(),
                                fit.asOf(),
                                fit.buyers(),
                                fit.windowDays(),
                                fit.until()));
        lines.add(
                "  Trees tell expected_purchases, expected_spend and value of %.1f %ss (%,d days) ahead, and of no other horizon."
                        .formatted(unit.of(fit.horizonDays()), unit.word(), fit.horizonDays()));
        lines.add(
                "  P(alive), stages and value_of_an_order remain those of %s and gamma_gamma."
                        .formatted(beside));
        lines.add(
                brought.isEmpty()
                        ? "  They learnt from the log alone."
                        : "  They learnt from the log and from %s: %s."
                                .formatted(fit.brought().source(), FeaturesOption.words(brought)));
        if (!fit.finding().isEmpty()) {
            lines.add("  " + fit.finding());
        }
        return lines;
    }
}
