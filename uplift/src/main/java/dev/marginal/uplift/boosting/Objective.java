package dev.marginal.uplift.boosting;

/** What the trees minimise, and thereby what they predict. */
public enum Objective {
    /** Squared error; predicts a mean, of any sign. */
    SQUARED_ERROR("reg:squarederror"),
    /** Logistic loss on labels 0 and 1; predicts a probability. */
    LOGISTIC("binary:logistic");

    private final String parameter;

    Objective(String parameter) {
        this.parameter = parameter;
    }

    /** XGBoost's name. */
    String parameter() {
        return parameter;
    }
}
