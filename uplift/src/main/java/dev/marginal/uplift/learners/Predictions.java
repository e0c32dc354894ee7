package dev.marginal.uplift.learners;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What a model's forests predict for one batch of customers.
 *
 * @param from the first customer of the batch
 * @param names of the forests, in the order of {@code predicted}
 * @param predicted {@code [forest][place in the batch]}
 */
record Predictions(int from, List<String> names, float[][] predicted) {
    /** The predictions of the forest of this name. */
    float[] of(String name) {
        return predicted[names.indexOf(name)];
    }

    /** Writes a forest's predictions to the batch's places in {@code into}. */
    void copy(String name, float[] into) {
        float[] values = of(name);
        System.arraycopy(values, 0, into, from, values.length);
    }

    /** Writes {@code value} of every place in the batch to the batch's places in {@code into}. */
    void fill(float[] into, IntToDoubleFunction value) {
        for (int i = 0; i < predicted[0].length; i++) {
            into[from + i] = (float) value.applyAsDouble(i);
        }
    }
}
