package dev.marginal.benchmarks.checking;

/**
 * A limit that a plan breaks.
 *
 * @param limit its name, or what else is wrong with the plan
 * @param excess beyond the limit, in sends or micro-units; more than 0
 * @param share the same, as a share of the limit
 */
public record Violation(String limit, double excess, double share) {
    static Violation of(String limit, double excess, double most) {
        return new Violation(limit, excess, excess / Math.max(1, Math.abs(most)));
    }
}
