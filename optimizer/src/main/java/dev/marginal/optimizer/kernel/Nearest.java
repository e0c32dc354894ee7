package dev.marginal.optimizer.kernel;

/** How far a row is from choosing another set. */
final class Nearest {
    private final Exchanges exchanges;
    private double least;

    Nearest(PersonalLimits personal) {
        this.exchanges = new Exchanges(personal);
    }

    /** The smallest loss of any exchange; infinite where the row has no other set. */
    float regret(long set, double[] reduced) {
        least = Double.POSITIVE_INFINITY;
        exchanges.forEach(set, reduced, (other, regret) -> least = Math.min(least, regret));
        return (float) Math.max(0, least);
    }
}
