package dev.marginal.scenarios.planted;

import java.util.List;

/**
 * Somebody who comes back at a rate of their own until they stop for good, which nobody sees: a
 * shopper who buys, a creator who publishes. Times are in days since the log began.
 *
 * @param rate visits per day while they have not stopped
 * @param stopping how soon they stop, per day
 * @param mean of the amounts of their visits, in currency
 * @param end when they stop
 * @param visits until today, at least one; one for each day
 */
record PlantedLife(
        double rate, double stopping, double mean, double end, List<PlantedLives.Visit> visits) {

    /** Whether they have stopped by today. */
    boolean hasStopped() {
        return end <= PlantedLives.DAYS;
    }

    /** What somebody like them who has not stopped brings within so many days. */
    double brings(double days) {
        return visitsWithin(days) * mean;
    }

    /** How often such a one comes back within so many days: ∫ rate e<sup>−stopping t</sup> dt. */
    double visitsWithin(double days) {
        return -rate * Math.expm1(-stopping * days) / stopping;
    }

    /** The probability that such a one comes back at all within a few days. */
    double comesBackWithin(double days) {
        double both = rate + stopping;
        return -rate * Math.expm1(-both * days) / both;
    }

    float daysSinceFirst() {
        return PlantedLives.DAYS - 1 - visits.get(0).day();
    }

    float daysSinceLast() {
        return PlantedLives.DAYS - 1 - visits.get(visits.size() - 1).day();
    }

    /** Of the visits so far, to the cent. */
    float meanSoFar() {
        double sum = visits.stream().mapToDouble(PlantedLives.Visit::amount).sum();
        return (float) PlantedLives.cents(sum / visits.size());
    }
}
