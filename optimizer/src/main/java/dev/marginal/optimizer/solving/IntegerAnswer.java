package dev.marginal.optimizer.solving;

/**
 * What an integer solver proved, in whole numbers.
 *
 * @param proof how it ended
 * @param values one per column; all zero unless something was found
 * @param bound no choice of values has a larger objective
 */
public record IntegerAnswer(Proof proof, long[] values, long bound) {
    /** How a search ended. */
    public enum Proof {
        /** The values are the best there are. */
        OPTIMAL,
        /** The values keep every row. */
        FOUND,
        /** No values keep every row. */
        NONE_EXIST,
        /** Neither values nor a proof. */
        OPEN
    }

    /** Whether there are values. */
    public boolean found() {
        return proof == Proof.OPTIMAL || proof == Proof.FOUND;
    }

    /** Whether nothing is left to search. */
    public boolean proven() {
        return proof == Proof.OPTIMAL || proof == Proof.NONE_EXIST;
    }
}
