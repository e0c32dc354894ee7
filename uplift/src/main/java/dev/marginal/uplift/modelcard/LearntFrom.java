package dev.marginal.uplift.modelcard;

import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.FeatureProfile;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.Origin;
import dev.marginal.uplift.Provenance;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.ArmBalance;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model was learnt from, and how. */
record LearntFrom(Origin origin, CrossFit fit, Inspection inspection) {
    void write(Card card) {
        history(card);
        learner(card);
        randomisation(card);
    }

    private void history(Card card) {
        Provenance provenance = fit.model().provenance();
        card.chapter("What it was learnt from");
        card.item("History", origin.source());
        origin.period().ifPresent(period -> card.item("Treated", period));
        card.item(
                "Rows",
                Card.format(
                        "%,d, fingerprint %s",
                        provenance.historyRows(), provenance.historyFingerprint()));
        card.item("Treatments", String.join(", ", fit.model().treatments()));
        card.item(
                "Features",
                inspection.profiles().stream()
                        .map(LearntFrom::feature)
                        .collect(Collectors.joining(", ")));
        card.item("Outcome", "GMV after the treatment, in " + origin.currency());
    }

    private static String feature(FeatureProfile profile) {
        return profile.neverVaries()
                ? profile.name() + " (the same everywhere: nothing was learnt from it)"
                : profile.name();
    }

    private void learner(Card card) {
        Provenance provenance = fit.model().provenance();
        card.chapter("How it was learnt");
        card.item("Learner", provenance.learner());
        card.item("Settings", settings(provenance.settings()));
        card.item(
                "Versions",
                Card.format(
                        "Marginal %s, XGBoost %s",
                        provenance.marginalVersion(), provenance.xgboostVersion()));
        card.item(
                "Cross-fitting",
                Card.format(
                        "every row was also scored by a model that saw neither it nor its customer (%d folds);"
                                + " everything measured below stands on these scores",
                        provenance.settings().folds()));
    }

    private static String settings(LearnerSettings settings) {
        return settings.toString()
                .replaceFirst("^\\w+\\[", "")
                .replaceFirst("]$", "")
                .replace("=Trees[", " trees [");
    }

    private void randomisation(Card card) {
        Randomisation randomisation = fit.randomisation();
        card.chapter("Who got which arm");
        card.item("Propensities", source(randomisation.source()));
        card.item("Verdict", randomisation.verdict().name().toLowerCase(Locale.ROOT));
        randomisation.findings().forEach(finding -> card.item("Finding", finding));
        card.item(
                "Sample ratio",
                Double.isNaN(randomisation.sampleRatio())
                        ? "no shares were stated to hold it against"
                        : Card.format(
                                "arm sizes like these have a probability of %.4f",
                                randomisation.sampleRatio()));
        card.item("Clipped", Card.format("%,d rows", randomisation.clippedRows()));
        card.head(
                "arm",
                "rows",
                "effective rows",
                "worst feature",
                "standardised difference",
                "probability");
        randomisation.arms().forEach(arm -> card.row(cells(arm)));
    }

    private static String[] cells(ArmBalance arm) {
        return new String[] {
            arm.arm(),
            Card.format("%,d", arm.rows()),
            Card.format("%,.0f", arm.effectiveRows()),
            arm.worstFeature(),
            Card.number(arm.difference()),
            Card.number(arm.probability())
        };
    }

    private static String source(Randomisation.Source source) {
        return switch (source) {
            case LOGGED -> "logged in the history";
            case SHARES -> "each row has its arm's share: the arms are said to be randomised";
            case ESTIMATED -> "estimated out of fold from the features, and calibrated";
        };
    }
}
