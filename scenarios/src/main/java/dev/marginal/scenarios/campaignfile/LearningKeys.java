package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.Learning;
import dev.marginal.tables.Suggestion;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.learners.Learners;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the model is learnt: {@code learner} and {@code outcome}. */
record LearningKeys(Section root) {
    private static final String AUTO = "auto";

    Learning learning() {
        return new Learning(learners(), head());
    }

    private Optional<List<String>> learners() {
        if (!root.has("learner")) {
            return Optional.empty();
        }
        if (root.holdsItems("learner")) {
            return several(root.words("learner"));
        }
        List<String> words = Stream.concat(Stream.of(AUTO), Learners.names().stream()).toList();
        String word = root.word("learner", words, "learner: auto");
        return Learners.names().contains(word) ? Optional.of(List.of(word)) : Optional.empty();
    }

    private Optional<List<String>> several(List<String> names) {
        if (names.isEmpty()) {
            root.wrong(
                    "learner", "[]", "must name a learner", "Such as: learner: [decomposed, x].");
            return Optional.empty();
        }
        for (String name : names) {
            if (!Learners.names().contains(name)) {
                root.wrong(
                        "learner",
                        name,
                        "must be one of " + String.join(", ", Learners.names()),
                        Suggestion.didYouMean(name, Learners.names()));
            } else if (Collections.frequency(names, name) > 1) {
                root.wrong("learner", name, "must stand in the list once", "");
                return Optional.empty();
            }
        }
        return Optional.of(names);
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
