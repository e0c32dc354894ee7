package dev.marginal.value;

import java.util.SortedMap;

/**
 * How customers buy and stop buying: a rate of purchases per customer, and at some time, which
 * nobody sees, no more.
 *
 * <p>Times are in the unit that the model was fitted in. A history is {@code (frequency, recency,
 * age)} as in {@link Histories}.
 */
public interface PurchaseModel {
    /** What model files call it. */
    String name();

    /** By the names of the paper, lower case. */
    SortedMap<String, Double> parameters();

    /** The natural logarithm of a history's probability density. */
    double logLikelihood(int frequency, double recency, double age);

    /** P(alive): the probability that a customer has not stopped, in (0, 1]. */
    double aliveProbability(int frequency, double recency, double age);

    /** Expected purchases within {@code time} of a customer with this history, if still alive. */
    double expectedIfAlive(double time, int frequency, double age);

    /** Expected repeat purchases within {@code time} of a customer who has just begun. */
    double expectedOfNew(double time);

    /** Expected purchases within {@code time} after a history: alive or not. */
    default double expected(double time, int frequency, double recency, double age) {
        return aliveProbability(frequency, recency, age) * expectedIfAlive(time, frequency, age);
    }
}
