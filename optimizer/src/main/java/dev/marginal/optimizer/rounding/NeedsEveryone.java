package dev.marginal.optimizer.rounding;

/** Some of the customers are not enough to make a plan of: the others' rows are kept elsewhere. */
public final class NeedsEveryone extends RuntimeException {
    private static final long serialVersionUID = 1;

    NeedsEveryone() {
        super("Customers whose rows are kept elsewhere would have to be looked at.");
    }
}
