package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Suggestion;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.UpliftModel;
import java.util.List;
import java.util.function.BiFunction;

/** The list of learners; a new one is a file beside this and a line here. */
public final class Learners {
    private static final List<BiFunction<LearnerSettings, Execution, ForestLearner>> ALL =
            List.of(
                    DecomposedEnsemble::new,
                    SLearner::new,
                    XLearner::new,
                    TLearner::full,
                    RLearner::new,
                    DrLearner::new,
                    ClassTransformation::new,
                    OffsetLearner::new,
                    TLearner::ofOrders);

    private Learners() {}

    /** Every learner's name, the default first. */
    public static List<String> names() {
        return all(LearnerSettings.defaults(), new Execution(1)).stream()
                .map(UpliftLearner::name)
                .toList();
    }

    /** Every learner. */
    public static List<UpliftLearner> all(LearnerSettings settings, Execution execution) {
        return ALL.stream()
                .<UpliftLearner>map(learner -> learner.apply(settings, execution))
                .toList();
    }

    /**
     * The learner of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static UpliftLearner named(String name, LearnerSettings settings, Execution execution) {
        return find(name, settings, execution);
    }

    /**
     * The model that has these parts.
     *
     * @throws IllegalArgumentException if no learner has the name that its provenance tells
     */
    public static UpliftModel restore(ModelParts parts, Execution execution) {
        return find(parts.provenance().learner(), parts.provenance().settings(), execution)
                .restore(parts);
    }

    private static ForestLearner find(String name, LearnerSettings settings, Execution execution) {
        return ALL.stream()
                .map(learner -> learner.apply(settings, execution))
                .filter(learner -> learner.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "learner (%s) must be one of %s. %s"
                        .formatted(
                                name,
                                String.join(", ", names()),
                                Suggestion.didYouMean(name, names()))
                        .strip());
    }
}
