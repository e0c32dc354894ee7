package dev.marginal.scenarios.drafting;

/** What a column is to a campaign. */
public enum Role {
    /** Who it was. */
    CUSTOMER,
    /** What was done to them. */
    TREATMENT,
    /** What they bought afterwards. */
    OUTCOME,
    /** What the treatment has cost. */
    COST,
    /** On which day they were treated. */
    TIME,
    /** With which probability they got what they got. */
    PROPENSITY,
    /** How much the row counts. */
    WEIGHT,
    /** A feature that is a number. */
    NUMBER,
    /** A feature that is a word. */
    WORDS,
    /** A feature that is a word though it looks like a number. */
    CODE,
    /** Nothing to learn from. */
    LEFT_OUT;

    /** Whether a model learns from it. */
    public boolean isFeature() {
        return this == NUMBER || this == WORDS || this == CODE;
    }
}
