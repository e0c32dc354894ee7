package dev.marginal.scenarios.audit;

import java.util.List;

/**
 * Sums over customers who got {@code from} and get {@code to}; money in currency.
 *
 * @param joined who were not in the earlier plan's audience
 * @param left who are not in the later plan's audience
 * @param gain what {@code to} is worth more than {@code from} by the later plan's scores
 * @param gainThen the same by the earlier plan's
 * @param cost what it costs more by the later plan
 * @param costThen the same by the earlier plan
 */
record MoveFigures(
        List<String> from,
        List<String> to,
        long customers,
        long joined,
        long left,
        double gain,
        double gainThen,
        double cost,
        double costThen) {
    List<String> added() {
        return to.stream().filter(offer -> !from.contains(offer)).toList();
    }

    List<String> removed() {
        return from.stream().filter(offer -> !to.contains(offer)).toList();
    }

    LimitCharge.Way way() {
        return new LimitCharge.Way(String.join(" + ", from), String.join(" + ", to));
    }

    double each(double sum) {
        return sum / customers;
    }
}
