package dev.marginal.scenarios;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Where the probabilities come from with which history rows got their arms. */
public sealed interface Propensities {
    /** Each arm's share of the rows: a lottery whose odds nobody wrote down. */
    record OfRows() implements Propensities {}

    /** A column says for each row with which probability it got its arm. */
    record Logged(String column) implements Propensities {}

    /**
     * A lottery with these odds.
     *
     * @param shares of every arm, the control among them, by its word; they add up to 1
     */
    record Stated(Map<String, Double> shares) implements Propensities {
        public Stated {
            shares = Collections.unmodifiableMap(new TreeMap<>(shares));
        }
    }

    /** No lottery, or a forgotten one: a model of who got what has to say. */
    record Estimated() implements Propensities {}
}
