package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the columns of a family.
 *
 * <p>With independent standard normals {@code u} per customer, {@code z} and {@code e} per option,
 * {@code s} per segment, and an offer's richness {@code r} in [0, 1.5]: value = ± exp(1 + 0.7 r +
 * 0.3 s + 0.5 u + 0.7 z), negative with probability 0.2; cost = exp(−0.5 + r + 0.4 (0.5 u + 0.7 z)
 * + 0.4 e). Every block of customers has a random generator of its own, split off the seed's in the
 * blocks' order.
 */
final class Draws {
    private static final double NEGATIVE = 0.2;
    private static final double RICHEST = 1.5;

    /** Share of the customers that no segment budget speaks of. */
    private static final double REST = 0.2;

    final float[][] value;
    final float[][] cost;

    /** Segment of every customer; the last one has no budget. Empty where there are none. */
    final int[] segment;

    private final Blocks blocks;
    private final double[] richness;
    private final double[] segmentEffect;
    private final double[] segmentEnds;
    private final SplittableRandom[] random;

    Draws(AllocationFamily family, SplittableRandom seeded) {
        int budgets = family.segmentBudgets();
        blocks = new Blocks(family.customers());
        value = new float[family.offers()][family.customers()];
        cost = new float[family.offers()][family.customers()];
        segment = new int[budgets == 0 ? 0 : family.customers()];
        richness = seeded.doubles(family.offers(), 0, RICHEST).toArray();
        segmentEffect = new double[budgets + 1];
        Arrays.setAll(segmentEffect, number -> seeded.nextGaussian());
        segmentEnds = ends(seeded.doubles(budgets, 0.5, 2).toArray());
        random = new SplittableRandom[blocks.count()];
        Arrays.setAll(random, block -> seeded.split());
    }

    void fill(Execution execution) {
        blocks.forEach(1, execution, this::fill);
    }

    private void fill(int block) {
        SplittableRandom own = random[block];
        for (int customer = blocks.start(block); customer < blocks.end(block); customer++) {
            double base = 1 + 0.3 * segmentEffect[drawSegment(customer, own)];
            double u = own.nextGaussian();
            for (int offer = 0; offer < value.length; offer++) {
                double spread = 0.5 * u + 0.7 * own.nextGaussian();
                double worth = Math.exp(base + 0.7 * richness[offer] + spread);
                double paid = 0.4 * spread + 0.4 * own.nextGaussian();
                value[offer][customer] = (float) (own.nextDouble() < NEGATIVE ? -worth : worth);
                cost[offer][customer] = (float) Math.exp(-0.5 + richness[offer] + paid);
            }
        }
    }

    private int drawSegment(int customer, SplittableRandom own) {
        if (segment.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(segmentEnds, own.nextDouble());
        segment[customer] = found >= 0 ? found + 1 : -found - 1;
        return segment[customer];
    }

    /** Where each segment's share of [0, 1) ends; the rest belongs to customers without budget. */
    private static double[] ends(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double[] ends = new double[weights.length];
        double end = 0;
        for (int number = 0; number < ends.length; number++) {
            end += weights[number] / sum * (1 - REST);
            ends[number] = end;
        }
        return ends;
    }
}
