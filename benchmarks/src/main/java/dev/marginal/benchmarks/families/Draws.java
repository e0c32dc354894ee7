package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the columns of some customers of a family.
 *
 * <p>With independent standard normals {@code u} per customer, {@code z} and {@code e} per option,
 * {@code s} per segment, and an offer's richness {@code r} in [0, 1.5]: value = ± exp(1 + 0.7 r +
 * 0.3 s + 0.5 u + 0.7 z), negative with probability 0.2; cost = exp(−0.5 + r + 0.4 (0.5 u + 0.7 z)
 * + 0.4 e).
 */
final class Draws {
    private static final double NEGATIVE = 0.2;

    final float[][] value;
    final float[][] cost;

    /** Segment of every customer; the last one has no budget. Empty where there are none. */
    final int[] segment;

    private final Recipe recipe;
    private final Blocks blocks;

    Draws(Recipe recipe, Blocks blocks) {
        AllocationFamily family = recipe.family();
        this.recipe = recipe;
        this.blocks = blocks;
        value = new float[family.offers()][blocks.customers()];
        cost = new float[family.offers()][blocks.customers()];
        segment = new int[family.segmentBudgets() == 0 ? 0 : blocks.customers()];
    }

    void fill(Execution execution) {
        blocks.forEach(1, execution, this::fill);
    }

    private void fill(int block) {
        SplittableRandom own = recipe.random()[blocks.first() + block];
        double[] richness = recipe.richness();
        for (int customer = blocks.start(block); customer < blocks.end(block); customer++) {
            double base = 1 + 0.3 * recipe.segmentEffect()[drawSegment(customer, own)];
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
        int found = Arrays.binarySearch(recipe.segmentEnds(), own.nextDouble());
        segment[customer] = found >= 0 ? found + 1 : -found - 1;
        return segment[customer];
    }
}
