package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.scenarios.words.StandingWords;
import dev.marginal.value.log.LogTally;
import java.util.ArrayList;
import java.util.List;

/** Whether stages and values of an audience can be trusted. */
final class StandingFindings {
    /** Below it most rules on stages speak of few. */
    private static final double FEW = 0.5;

    private static final String TOPIC = "purchases";

    private StandingFindings() {}

    static List<Finding> of(Standing standing) {
        List<Finding> findings = new ArrayList<>();
        StandingWords words = new StandingWords(standing);
        LogTally tally = standing.fitted().tally();
        findings.add(
                Finding.fine(
                        TOPIC,
                        "%,d rows of %,d customers, %s to %s; %s: %s"
                                .formatted(
                                        tally.rows(),
                                        tally.customers(),
                                        tally.firstDay(),
                                        tally.lastDay(),
                                        words.day(),
                                        words.counts())));
        if (standing.bought() < FEW * standing.columns().rows()) {
            findings.add(
                    Finding.doubt(
                            TOPIC,
                            "only %,d of the %,d customers of the audience have bought until then"
                                    .formatted(standing.bought(), standing.columns().rows()),
                            "Their stage is empty; maybe the log lacks customers, or calls them otherwise."));
        }
        standing.doubts()
                .forEach(
                        doubt ->
                                findings.add(
                                        Finding.doubt(
                                                TOPIC,
                                                doubt,
                                                "./marginal value evaluate judges the model on a later time.")));
        return findings;
    }
}
