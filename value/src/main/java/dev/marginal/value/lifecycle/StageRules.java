package dev.marginal.value.lifecycle;

import dev.marginal.tables.Requires;

/**
 * Which stage a customer is in, by the first of these that holds:
 *
 * <ol>
 *   <li>new: the first purchase is at most {@code newDays} days ago
 *   <li>lost: P(alive) is below {@code lost.alive}, or the last purchase at least {@code lost.days}
 *       days ago
 *   <li>dormant: the same with {@code dormant}
 *   <li>at risk: the same with {@code atRisk}
 *   <li>loyal: at least {@code loyalPurchases} repeat purchases
 *   <li>active: everyone else
 * </ol>
 *
 * <p>Silence stands beside P(alive) because BG/NBD takes whoever never came back for alive.
 *
 * @param newDays 0 or more
 * @param loyalPurchases 1 or more
 * @param atRisk the mildest bounds
 * @param dormant no milder than {@code atRisk}
 * @param lost no milder than {@code dormant}
 */
public record StageRules(
        int newDays, int loyalPurchases, Bounds atRisk, Bounds dormant, Bounds lost) {
    /**
     * Where silence begins to mean something.
     *
     * @param alive in [0, 1]
     * @param days positive
     */
    public record Bounds(double alive, int days) {
        public Bounds {
            Requires.probability(alive, "P(alive) of a stage");
            Requires.positive(days, "days of silence of a stage");
        }

        boolean hold(double aliveProbability, int silence) {
            return aliveProbability < alive || silence >= days;
        }

        private boolean noMilderThan(Bounds other) {
            return alive <= other.alive && days >= other.days;
        }
    }

    public StageRules {
        Requires.require(newDays >= 0, "days of a new customer", newDays, "0 or more");
        Requires.positive(loyalPurchases, "repeat purchases of a loyal customer");
        Requires.require(
                dormant.noMilderThan(atRisk), "dormant", dormant, "no milder than " + atRisk);
        Requires.require(lost.noMilderThan(dormant), "lost", lost, "no milder than " + dormant);
    }

    /** For shops where customers come back within weeks or months. */
    public static StageRules defaults() {
        return new StageRules(30, 3, new Bounds(.7, 90), new Bounds(.4, 180), new Bounds(.1, 365));
    }

    /**
     * The stage of a customer.
     *
     * @param ageDays days since the first purchase
     * @param silenceDays days since the last purchase
     */
    public Stage stage(int frequency, int ageDays, int silenceDays, double aliveProbability) {
        if (ageDays <= newDays) {
            return Stage.NEW;
        }
        if (lost.hold(aliveProbability, silenceDays)) {
            return Stage.LOST;
        }
        if (dormant.hold(aliveProbability, silenceDays)) {
            return Stage.DORMANT;
        }
        if (atRisk.hold(aliveProbability, silenceDays)) {
            return Stage.AT_RISK;
        }
        return frequency >= loyalPurchases ? Stage.LOYAL : Stage.ACTIVE;
    }
}
