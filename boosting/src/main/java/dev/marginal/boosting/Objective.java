package dev.marginal.boosting;

/** What the trees minimise, and thereby what they predict. */
public enum Objective {
    /** Squared error; predicts a mean, of any sign. */
    SQUARED_ERROR("reg:squarederror", 0),
    /** Logistic loss on labels 0 and 1; predicts a probability. */
    LOGISTIC("binary:logistic", 0.5),
    /** Gamma deviance on positive labels; predicts a positive mean. */
    GAMMA("reg:gamma", 1),
    /** Tweedie deviance on labels of zero or more, many of them zero; predicts a positive mean. */
    TWEEDIE("reg:tweedie", 1);

    private final String parameter;
    private final double neutral;

    Objective(String parameter, double neutral) {
        this.parameter = parameter;
        this.neutral = neutral;
    }

    /** XGBoost's name. */
    String parameter() {
        return parameter;
    }

    /** The prediction whose margin is zero. */
    double neutral() {
        return neutral;
    }
}
