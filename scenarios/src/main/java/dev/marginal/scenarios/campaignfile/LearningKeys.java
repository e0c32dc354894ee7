package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.Learning;
import dev.marginal.tables.Suggestion;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.learners.Learners;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** How the model is learnt: {@code learner} and {@code outcome}. */
record LearningKeys(Section root) {
    private static final String AUTO = "auto";

    /** Those that {@code auto} tries, the first wins where all is equal. */
    private static final List<String> CANDIDATES = List.of("decomposed", "x", "s");

    Learning learning() {
        return new Learning(learners(), head());
    }

    private List<String> learners() {
        if (!root.has("learner")) {
            return CANDIDATES;
        }
        if (root.holdsItems("learner")) {
            return several(root.words("learner"));
        }
        List<String> words = Stream.concat(Stream.of(AUTO), Learners.names().stream()).toList();
        String word = root.word("learner", words, "learner: auto");
        return word.equals(AUTO) || !words.contains(word) ? CANDIDATES : List.of(word);
    }

    private List<String> several(List<String> names) {
        for (String name : names) {
            if (!Learners.names().contains(name)) {
                root.wrong(
                        "learner",
                        name,
                        "must be one of " + String.join(", ", Learners.names()),
                        Suggestion.didYouMean(name, Learners.names()));
            } else if (Collections.frequency(names, name) > 1) {
                root.wrong("learner", name, "must stand in the list once", "");
                return CANDIDATES;
            }
        }
        if (names.isEmpty()) {
            root.wrong(
                    "learner", "[]", "must name a learner", "Such as: learner: [decomposed, x].");
            return CANDIDATES;
        }
        return names;
    }

    private Head head() {
        Head usual = Head.HURDLE;
        if (!root.has("outcome")) {
            return usual;
        }
        String word = root.word("outcome", Head.names(), "outcome: hurdle");
        return Head.names().contains(word) ? Head.named(word) : usual;
    }
}
