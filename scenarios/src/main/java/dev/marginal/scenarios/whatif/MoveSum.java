package dev.marginal.scenarios.whatif;

/** Sums over customers who move alike; money in currency. */
final class MoveSum {
    int customers;

    /** To whom something that they got is closed now. */
    int closed;

    /** To whom something that they get was closed. */
    int opened;

    /** What the move is worth as things are valued now. */
    double value;

    /** How much more that is than as things were valued. */
    double revalued;

    /** What the move costs now. */
    double cost;

    /** How much more that is than what things cost before. */
    double recosted;

    /** How much dearer that makes it, at the prices of before. */
    double charged;

    /** What it uses more of each limit. */
    final double[] use;

    MoveSum(int limits) {
        this.use = new double[limits];
    }

    double each(double sum) {
        return sum / customers;
    }
}
