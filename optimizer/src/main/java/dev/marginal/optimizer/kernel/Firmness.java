package dev.marginal.optimizer.kernel;

/**
 * By which share of themselves prices may change, each on its own, before a customer may choose
 * another set: the least of margin / charges over all exchanges, where an exchange loses a margin
 * of reduced value and prices charge its offers so much together.
 *
 * <p>Only says who stands beside whom; nothing that is proven rests on it. Scratch space of one
 * thread, for customers of one set and family after the other.
 */
final class Firmness {
    private final Instance instance;
    private final Rates rates;
    private final double[] worth;
    private final double[] charge;
    private final LastRivals rivals;

    Firmness(Instance instance, Rates rates) {
        this.instance = instance;
        this.rates = rates;
        this.worth = new double[instance.columns().offers()];
        this.charge = new double[worth.length];
        this.rivals = new LastRivals(worth.length);
    }

    /** How firmly a customer chose a set; zero or more. */
    float of(int customer, long set) {
        Columns columns = instance.columns();
        columns.reduce(rates, customer, worth);
        for (int offer = 0; offer < worth.length; offer++) {
            charge[offer] = Math.abs(columns.valueMicros(offer, customer) - worth[offer]);
        }
        double least = Float.MAX_VALUE;
        for (Rivals one : rivals.of(instance.personal(customer), set)) {
            least = Math.min(least, least(one));
        }
        return (float) Math.max(0, least);
    }

    private double least(Rivals rivals) {
        double least = Float.MAX_VALUE;
        if (rivals.leaving() == 0) {
            return Math.min(least, whenComing(rivals.coming(), 0, 0));
        }
        for (long left = rivals.leaving(); left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            least = Math.min(least, whenComing(rivals.coming(), worth[offer], charge[offer]));
            if (rivals.forNothing()) {
                least = Math.min(least, share(worth[offer], charge[offer]));
            }
        }
        return least;
    }

    private double whenComing(long coming, double margin, double charged) {
        double least = Float.MAX_VALUE;
        for (long left = coming; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            if (!Double.isNaN(worth[offer])) {
                least = Math.min(least, share(margin - worth[offer], charged + charge[offer]));
            }
        }
        return least;
    }

    private static double share(double margin, double charged) {
        return margin <= 0 ? 0 : margin / charged;
    }
}
