package dev.marginal.scenarios.drafting;

/** What a user may say of a draft, rather than have it guessed. */
public enum Wish {
    /** The column that says what each row got. */
    TREATMENT("--treatment"),
    /** The word there of the rows that got nothing. */
    CONTROL("--control"),
    /** The column of what each row bought afterwards. */
    OUTCOME("--outcome"),
    /** The column of the customers' ids. */
    CUSTOMER("--id"),
    /** The column of what each row's treatment has cost. */
    COST("--cost"),
    /** The column of the day on which a row was treated. */
    TIME("--time"),
    /** The column of logged propensities. */
    PROPENSITY("--propensity"),
    /** The column of weights. */
    WEIGHT("--weight"),
    /** The campaign's name. */
    CAMPAIGN("--campaign"),
    /** Three letters. */
    CURRENCY("--currency"),
    /** What one send costs. */
    COST_PER_SEND("--cost-per-send"),
    /** The most to spend. */
    BUDGET("--budget");

    private final String flag;

    Wish(String flag) {
        this.flag = flag;
    }

    /** The option that says it. */
    public String flag() {
        return flag;
    }
}
