package dev.marginal.uplift.learners;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a model's forests predict for one batch of customers.
 *
 * @param customers how many
 * @param plainNames of the forests that know the features alone, in the order of {@code plain}
 * @param plain {@code [forest][place in the batch]}
 * @param jointNames of the forests that know the arm too, in the order of {@code joint}
 * @param joint {@code [forest][arm][place in the batch]}
 */
record Predictions(
        int customers,
        List<String> plainNames,
        float[][] plain,
        List<String> jointNames,
        float[][][] joint) {
    /** What the names of joint forests begin with. */
    static final String JOINT = "joint.";

    boolean has(String name) {
        return plainNames.contains(name) || jointNames.contains(name);
    }

    /** The predictions of the forest of this name. */
    float[] of(String name) {
        return plain[plainNames.indexOf(name)];
    }

    /** The predictions of the forest of this name, or the constant that stands in its place. */
    float[] of(String name, Map<String, Double> constants) {
        if (has(name)) {
            return of(name);
        }
        float[] constant = new float[customers];
        Arrays.fill(constant, constants.get(name).floatValue());
        return constant;
    }

    /** {@code [arm][place]}: the predictions of the joint forest of this name. */
    float[][] jointly(String name) {
        return joint[jointNames.indexOf(name)];
    }
}
