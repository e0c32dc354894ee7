package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What all customers of a family share, and a random generator for each block of them, split off
 * the seed's in the blocks' order, so that any of them can be drawn without the others.
 *
 * @param richness of every offer
 * @param segmentEffect of every segment; the last one has no budget
 * @param segmentEnds where each segment's share of [0, 1) ends; the rest belongs to customers
 *     without budget
 * @param random of every block
 * @param rest draws what the campaign has beside its customers
 */
record Recipe(
        AllocationFamily family,
        double[] richness,
        double[] segmentEffect,
        double[] segmentEnds,
        SplittableRandom[] random,
        SplittableRandom rest) {
    private static final double RICHEST = 1.5;

    /** Share of the customers that no segment budget speaks of. */
    private static final double REST = 0.2;

    static Recipe of(AllocationFamily family) {
        SplittableRandom seeded = new SplittableRandom(family.seed());
        int budgets = family.segmentBudgets();
        double[] richness = seeded.doubles(family.offers(), 0, RICHEST).toArray();
        double[] segmentEffect = new double[budgets + 1];
        Arrays.setAll(segmentEffect, number -> seeded.nextGaussian());
        double[] segmentEnds = ends(seeded.doubles(budgets, 0.5, 2).toArray());
        SplittableRandom[] random = new SplittableRandom[Blocks.of(family.customers()).count()];
        Arrays.setAll(random, block -> seeded.split());
        return new Recipe(family, richness, segmentEffect, segmentEnds, random, seeded);
    }

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
