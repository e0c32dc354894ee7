package dev.marginal.optimizer.kernel;

import java.util.SplittableRandom;

/**
 * What every customer chooses at some prices: from here, other prices need to look closely at few
 * customers again.
 *
 * <p>Customers stand {@linkplain Alike side by side}, a few hundred to a stretch. What is known of
 * a stretch as a whole tells of most that all of its customers keep their choice at all prices in a
 * box ({@link Staying}). One reading of the others, in floats, tells who of them does, whatever may
 * have become other: prices, limits, some offers' values and costs ({@link Reading}).
 *
 * <p>Takes 16 bytes a customer and 8 for each of their offers. Never changes; for any number of
 * threads.
 */
public final class Anchor {
    private static final int SAMPLE = 1 << 15;

    private final Counted counted;
    private final Alike alike;
    private final Outlines outlines;
    private final Reading.Some sample;

    private Anchor(Instance instance, double[] prices, Workers workers) {
        Rates rates = instance.rates(prices);
        long[] choices = new Pass(instance, instance.columns(), workers).choices(rates);
        this.counted = Counted.of(instance, choices, workers);
        this.alike = Alike.of(instance, rates, choices, workers);
        this.outlines = Outlines.of(alike, rates, workers);
        int[] some = sample(choices.length);
        this.sample = sample(some);
    }

    /** Reads everyone once. */
    public static Anchor at(Instance instance, double[] prices, Workers workers) {
        return new Anchor(instance, prices, workers);
    }

    /** Whether what it knows is of use for an instance of the same customers. */
    public boolean serves(Instance other) {
        boolean known = other.families() == instance().families() || other.families().count() == 1;
        return known
                && other.families().laminar()
                && instance().book().measures().isEmpty()
                && other.book().measures().isEmpty();
    }

    /** What everyone chose, as another instance that it {@linkplain #serves serves} reads them. */
    public Reading read(Instance other, Workers workers) {
        return new Reading(this, other, workers);
    }

    /** The instance that it was made from. */
    Instance instance() {
        return counted.instance();
    }

    /** Every customer's best set. */
    Counted counted() {
        return counted;
    }

    /** The same customers side by side. */
    Alike alike() {
        return alike;
    }

    /** How far worths reach in each of their stretches. */
    Outlines outlines() {
        return outlines;
    }

    /** A random customer of each of many equal parts, in the book's order. */
    Reading.Some sample() {
        return sample;
    }

    private Reading.Some sample(int[] some) {
        Columns columns = instance().columns().gather(some);
        Sums sums = instance().noSums();
        for (int row = 0; row < some.length; row++) {
            sums.add(columns, counted.sets()[some[row]], row, 1);
        }
        return new Reading.Some(some, columns, sums);
    }

    private static int[] sample(int customers) {
        int size = Math.min(SAMPLE, customers);
        SplittableRandom random = new SplittableRandom(20_072);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            long from = (long) i * customers / size;
            rows[i] = (int) random.nextLong(from, (i + 1L) * customers / size);
        }
        return rows;
    }
}
