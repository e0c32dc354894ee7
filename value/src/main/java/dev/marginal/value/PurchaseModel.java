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
    default double expectedOfNew(double time) {
        return expectedIfAlive(time, 0, 0);
    }

    /** Expected purchases within {@code time} after a history: alive or not. */
    default double expected(double time, int frequency, double recency, double age) {
        return aliveProbability(frequency, recency, age) * expectedIfAlive(time, frequency, age);
    }

    /**
     * What an order today adds to the purchases that are expected within {@code time}, the order
     * itself not counted:
     *
     * <pre>{@code
     * E[X(time) | x + 1, T, T] − E[X(time) | x, t, T]
     * }</pre>
     *
     * that is the forecast for the history with one more purchase, made at its very end, less that
     * for the history as it is. It takes the order for as telling as any other, whatever brought it
     * about. Of customers without any purchase there is no history to move: they are not asked.
     *
     * <p>Under Pareto/NBD it is above zero and grows with {@code time}: an order proves the
     * customer alive and raises their rate. Under BG/NBD an order is also a chance to stop, so that
     * it may be below zero.
     *
     * @param time zero or more
     */
    default double gainOfAnOrder(double time, int frequency, double recency, double age) {
        return expected(time, frequency + 1, age, age) - expected(time, frequency, recency, age);
    }
}
