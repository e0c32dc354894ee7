package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.loading.Audience;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.Drift.OfFeature;
import dev.marginal.uplift.inspection.Drifts;
import dev.marginal.uplift.inspection.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the audience is like the history. */
final class Likeness {
    private static final String TOPIC = "audience";
    private static final String ADVICE =
            "Scores of such customers are less certain; ./marginal inspect tells more.";

    private Likeness() {}

    static List<Finding> findings(CampaignHistory history, Audience audience) {
        Drift drift =
                Drifts.between(
                        history.customers().features().stream().map(Profiles::of).toList(),
                        audience.customers());
        List<Finding> findings = new ArrayList<>();
        drift.moved().stream()
                .filter(one -> one.fault() != Drift.Fault.NEVER_VARIED)
                .map(Likeness::sentence)
                .forEach(sentence -> findings.add(Finding.doubt(TOPIC, sentence, ADVICE)));
        if (findings.isEmpty()) {
            findings.add(
                    Finding.fine(
                            TOPIC,
                            "%,d customers, like those of the history in every feature"
                                    .formatted(drift.customers())));
        }
        return findings;
    }

    private static String sentence(OfFeature one) {
        String fault =
                switch (one.fault()) {
                    case EMPTY -> ", empty for the whole audience";
                    case CONSTANT -> ", the same for the whole audience";
                    case NONE, NEVER_VARIED -> "";
                };
        String words =
                one.unseenWords().isEmpty()
                        ? ""
                        : " (%s)".formatted(String.join(", ", one.unseenWords()));
        return String.format(
                Locale.ROOT,
                "%s is not as in the history: stability index %.2f, %.1f %% of customers beyond all that the history had%s%s",
                one.feature(),
                one.stability(),
                100 * one.outside(),
                words,
                fault);
    }
}
