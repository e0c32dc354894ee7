package dev.marginal.uplift.learners;

/**
 * Makes numbers rise from tier to tier with the least change in squares: neighbours that fall are
 * replaced by their mean until none does (pool adjacent violators; Ayer et al. 1955, <a
 * href="https://doi.org/10.1214/aoms/1177728423">doi:10.1214/aoms/1177728423</a>).
 */
final class Tiers {
    private Tiers() {}

    /** Changes {@code values}, {@code [tier][customer]}, in place. */
    static void order(float[][] values) {
        double[] mean = new double[values.length];
        int[] size = new int[values.length];
        for (int i = 0; i < values[0].length; i++) {
            int blocks = 0;
            for (float[] tier : values) {
                mean[blocks] = tier[i];
                size[blocks++] = 1;
                while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                    blocks = merge(mean, size, blocks);
                }
            }
            for (int block = 0, tier = 0; block < blocks; block++) {
                for (int n = 0; n < size[block]; n++) {
                    values[tier++][i] = (float) mean[block];
                }
            }
        }
    }

    private static int merge(double[] mean, int[] size, int blocks) {
        int left = blocks - 2;
        int right = blocks - 1;
        int both = size[left] + size[right];
        mean[left] = (mean[left] * size[left] + mean[right] * size[right]) / both;
        size[left] = both;
        return right;
    }
}
