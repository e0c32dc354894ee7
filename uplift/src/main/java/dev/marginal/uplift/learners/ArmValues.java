package dev.marginal.uplift.learners;

import java.util.Arrays;

/**
 * What is expected of customers in each arm.
 *
 * @param probability {@code [arm][customer]}: P(order)
 * @param amount {@code [arm][customer]}: the expected basket of those who order, or the expected
 *     GMV, in currency
 * @param perOrder whether the amount is that of an order
 */
record ArmValues(float[][] probability, float[][] amount, boolean perOrder) {
    /** The same for every arm and customer. */
    static float[][] constant(int arms, int customers, float value) {
        float[][] constant = new float[arms][customers];
        Arrays.stream(constant).forEach(ofArm -> Arrays.fill(ofArm, value));
        return constant;
    }

    /** What an effect acts on: P(order) under a hurdle, else GMV. */
    float[][] signal() {
        return perOrder ? probability : amount;
    }

    /** Expected GMV of a customer. */
    float value(int arm, int customer) {
        float value = amount[arm][customer];
        return perOrder ? probability[arm][customer] * value : value;
    }

    /**
     * Moves the signal of an arm towards the control's plus an effect.
     *
     * @param share how far, in (0, 1]
     */
    void move(int arm, float[] effect, double share) {
        float[] control = signal()[0];
        float[] treated = signal()[arm];
        for (int i = 0; i < treated.length; i++) {
            double other = control[i] + effect[i];
            if (perOrder) {
                other = Math.min(1, Math.max(0, other));
            }
            treated[i] = (float) ((1 - share) * treated[i] + share * other);
        }
    }
}
