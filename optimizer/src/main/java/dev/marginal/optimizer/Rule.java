package dev.marginal.optimizer;

import java.util.stream.Stream;

/** A marketing sentence that explains itself as limits. */
public interface Rule {
    /** The limits that say the same as this rule for these offers. */
    Stream<Limit> limits(Terms terms);
}
