package dev.marginal.uplift.learners;

import dev.marginal.boosting.TrainingRows;

/**
 * Some rows of the history, laid out for training; to be closed.
 *
 * @param which places in the history
 * @param training the same rows
 */
record LaidRows(int[] which, TrainingRows training) implements AutoCloseable {
    /** Those of the history's labels that belong to these rows. */
    float[] of(float[] label) {
        return of(label, which);
    }

    static float[] of(float[] label, int[] which) {
        float[] some = new float[which.length];
        for (int i = 0; i < which.length; i++) {
            some[i] = label[which[i]];
        }
        return some;
    }

    @Override
    public void close() {
        training.close();
    }
}
