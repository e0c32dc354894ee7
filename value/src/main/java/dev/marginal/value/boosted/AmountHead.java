package dev.marginal.value.boosted;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marginal.boosting.Objective;

/** How trees learn what customers spend who spend anything. */
public enum AmountHead {
    /**
     * The mean, by gamma deviance and a log link: no assumption on the tail beyond variance ∝
     * mean².
     */
    @JsonProperty("gamma")
    GAMMA(Objective.GAMMA),
    /**
     * The mean μ of the logarithm, so that the amount is expected to be {@code exp(μ + σ²/2)}; σ²
     * is one for all, from customers that the trees did not see.
     *
     * @see <a href="https://arxiv.org/abs/1912.07753">Wang, Liu and Miao (2019), A Deep
     *     Probabilistic Model for Customer Lifetime Value Prediction</a>, where σ depends on the
     *     customer and all three heads share a neural network
     */
    @JsonProperty("log_normal")
    LOG_NORMAL(Objective.SQUARED_ERROR);

    private final Objective objective;

    AmountHead(Objective objective) {
        this.objective = objective;
    }

    Objective objective() {
        return objective;
    }

    /** What trees learn of an amount. */
    double label(double amount) {
        return this == GAMMA ? amount : Math.log(amount);
    }

    /** The expected amount of what trees say. */
    double amount(double predicted, double logVariance) {
        return this == GAMMA ? predicted : Math.exp(predicted + logVariance / 2);
    }
}
