package dev.marginal.uplift.inspection;

import java.util.Arrays;

/** Cuts numbers into bins of about equally many; equal numbers stay together. */
final class Quantiles {
    private Quantiles() {}

    /** The numbers that are there, ascending. */
    static float[] sorted(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int there = sorted.length;
        while (there > 0 && Float.isNaN(sorted[there - 1])) {
            there--;
        }
        return Arrays.copyOf(sorted, there);
    }

    /** The distinct ones among sorted numbers, but no more than {@code most + 1}. */
    static float[] distinct(float[] sorted, int most) {
        float[] distinct = new float[most + 1];
        int count = 0;
        for (int i = 0; i < sorted.length && count <= most; i++) {
            if (count == 0 || sorted[i] != distinct[count - 1]) {
                distinct[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** The inner edges of {@code bins} bins, fewer where many numbers are equal; ascending. */
    static float[] edges(float[] sorted, int bins) {
        float[] edges = new float[bins - 1];
        int count = 0;
        for (int bin = 1; bin < bins && sorted.length > 0; bin++) {
            int last = Math.max(0, (int) ((long) sorted.length * bin / bins) - 1);
            boolean above = count == 0 || sorted[last] > edges[count - 1];
            if (above && sorted[last] < sorted[sorted.length - 1]) {
                edges[count++] = sorted[last];
            }
        }
        return Arrays.copyOf(edges, count);
    }

    /** The bin of a number: how many edges lie below it. */
    static int bin(float[] edges, float value) {
        int bin = 0;
        while (bin < edges.length && value > edges[bin]) {
            bin++;
        }
        return bin;
    }
}
