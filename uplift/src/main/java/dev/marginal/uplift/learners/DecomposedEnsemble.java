package dev.marginal.uplift.learners;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.LearnerSettings;

/**
 * The default: the mean of a bagged joint model and of an X-learner whose effects act on it.
 *
 * <p>Under a hurdle that is {@code uplift_a = p_a m_a − p_0 m_0}, where p_0 and the baskets m are
 * the joint model's and {@code p_a} is the mean of the joint model's own and of {@code p_0 + Δp_a}
 * with the X-learner's effect on orders: both learners err, the one by shrinking effects towards
 * those of other customers, the other by noise, and their errors are little alike.
 */
final class DecomposedEnsemble extends XLearner {
    private static final double HALF = 0.5;

    private final int bags;

    DecomposedEnsemble(LearnerSettings settings, Execution execution) {
        super(settings, execution);
        this.bags = settings.bags();
    }

    @Override
    public String name() {
        return "decomposed";
    }

    @Override
    int bags() {
        return bags;
    }

    @Override
    double share() {
        return HALF;
    }
}
