package dev.marginal.uplift.learners;

import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.Trees;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.LearnerSettings;

/**
 * What effect models look for effects in: the orders under a hurdle, else GMV.
 *
 * @param label one per history row
 * @param objective of models that predict it
 * @param trees of models that predict it
 */
record Signal(float[] label, Objective objective, Trees trees) {
    static Signal of(ModelBuilder model) {
        LearnerSettings settings = model.settings();
        if (settings.head() == Head.HURDLE) {
            return new Signal(model.labels().orders(), Objective.LOGISTIC, settings.order());
        }
        return new Signal(model.labels().gmv(), ofGmv(settings.head()), settings.outcome());
    }

    /** The objective of models that predict GMV as a whole. */
    static Objective ofGmv(Head head) {
        return head == Head.TWEEDIE ? Objective.TWEEDIE : Objective.SQUARED_ERROR;
    }

    /** What models of these rows are to learn. */
    Target target(LaidRows rows) {
        return Target.of(objective, rows.of(label));
    }
}
