package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Drift;
import dev.marginal.uplift.Drift.Fault;
import dev.marginal.uplift.Drift.OfFeature;
import dev.marginal.uplift.Drift.Reading;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the lottery and of the audience. */
class WordsOfTrustTest {
    @Test
    void a_broken_randomisation_is_said_first_and_loudly() {
        RandomisationWords words = words(Verdict.BROKEN, "The arms hardly overlap.");

        assertThat(words.alarm())
                .containsExactly(
                        "",
                        "THE RANDOMISATION OF THE HISTORY IS BROKEN. The forecast cannot be trusted, because:",
                        "  - The arms hardly overlap.");
        assertThat(words.summary()).first().asString().startsWith("BROKEN: ");
    }

    @Test
    void a_doubtful_one_is_told_with_its_findings_and_a_sound_one_in_a_line() {
        assertThat(words(Verdict.DOUBTFUL, "Age differs.").alarm()).isEmpty();
        assertThat(words(Verdict.DOUBTFUL, "Age differs.").summary())
                .containsExactly(
                        "doubtful: each customer is taken to have had the same chances, but",
                        "Age differs.");
        assertThat(words(Verdict.SOUND).summary())
                .containsExactly(
                        "sound: each customer is taken to have had the same chances, and the arms look like it");
    }

    @Test
    void an_audience_like_the_history_is_one_line() {
        assertThat(drift(of("age", Reading.STABLE, Fault.NONE, 0, 0)).summary(3))
                .containsExactly("like the customers of the history in every feature");
    }

    @Test
    void what_moved_is_told_feature_by_feature() {
        DriftWords words =
                drift(
                        of("age", Reading.SHIFTED, Fault.NONE, 0, 0.042),
                        of("region", Reading.DIFFERENT, Fault.NONE, 0.25, 0),
                        of("size", Reading.STABLE, Fault.NEVER_VARIED, 0, 0));

        assertThat(words.summary(2))
                .containsExactly(
                        "differs from the history in 3 of 3 features: scores of such customers are less certain",
                        "region: different (stability index 0.40); 25.0 % of customers have words that the history never had (north, east)",
                        "age: shifted (stability index 0.15); 4.2 % of customers are above its range",
                        "and 1 more: ./marginal inspect tells all");
        assertThat(words.summary(3))
                .endsWith(
                        "size: the same in the whole history, so that the model learnt nothing of it");
        assertThat(words.table()).contains("age                                 0.150 shifted");
    }

    private static RandomisationWords words(Verdict verdict, String... findings) {
        return new RandomisationWords(
                new Randomisation(
                        Source.SHARES, 0, Double.NaN, List.of(), verdict, List.of(findings)));
    }

    private static DriftWords drift(OfFeature... features) {
        return new DriftWords(new Drift(100, List.of(features)), new Words("USD"));
    }

    private static OfFeature of(
            String name, Reading reading, Fault fault, double unseen, double above) {
        double stability =
                reading == Reading.STABLE ? 0.01 : reading == Reading.SHIFTED ? 0.15 : 0.4;
        return new OfFeature(
                name,
                stability,
                reading,
                fault,
                0,
                0,
                unseen,
                unseen > 0 ? List.of("north", "east") : List.of(),
                0,
                above);
    }
}
