package dev.marginal.uplift.storage;

import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Out-of-fold scores as little-endian columns: the number of rows, and what there is beside, 1 for
 * costs plus 2 for orders without any treatment (int each); then fold and group (int each), weight
 * (double), baseline and, if told, P(order) without any treatment (float each), and per treatment
 * uplift, order probability, effect and, if there are any, cost (float each). Files of before such
 * orders were kept lack the 2.
 */
final class OutOfFoldFile {
    private static final int FIXED_BYTES = 2 * Integer.BYTES + Double.BYTES + Float.BYTES;

    private static final int COSTS = 1;
    private static final int BASELINE_ORDERS = 2;

    private OutOfFoldFile() {}

    static byte[] write(OutOfFoldScores outOfFold) {
        UpliftScores scores = outOfFold.scores();
        int columns = scores.cost().isPresent() ? 4 : 3;
        int told = scores.baselineOrders().isPresent() ? 1 : 0;
        long size = size(outOfFold.rows(), columns * scores.treatments().size() + told);
        ByteBuffer buffer = littleEndian(new byte[Math.toIntExact(size)]);
        buffer.putInt(outOfFold.rows());
        buffer.putInt((scores.cost().isPresent() ? COSTS : 0) | told * BASELINE_ORDERS);
        put(buffer, outOfFold.fold());
        put(buffer, outOfFold.group());
        for (double weight : outOfFold.weight()) {
            buffer.putDouble(weight);
        }
        put(buffer, scores.baseline());
        scores.baselineOrders().ifPresent(orders -> put(buffer, orders));
        for (int t = 0; t < scores.treatments().size(); t++) {
            put(buffer, scores.uplift()[t]);
            put(buffer, scores.orderProbability()[t]);
            put(buffer, outOfFold.effect()[t]);
            if (scores.cost().isPresent()) {
                put(buffer, scores.cost().get()[t]);
            }
        }
        return buffer.array();
    }

    static OutOfFoldScores read(byte[] bytes, List<String> treatments) {
        ByteBuffer buffer = littleEndian(bytes);
        int rows = buffer.getInt();
        int beside = buffer.getInt();
        boolean priced = (beside & COSTS) != 0;
        int[] fold = ints(buffer, rows);
        int[] group = ints(buffer, rows);
        double[] weight = new double[rows];
        for (int row = 0; row < rows; row++) {
            weight[row] = buffer.getDouble();
        }
        float[] baseline = floats(buffer, rows);
        Optional<float[]> baselineOrders =
                (beside & BASELINE_ORDERS) != 0
                        ? Optional.of(floats(buffer, rows))
                        : Optional.empty();
        float[][] uplift = new float[treatments.size()][];
        float[][] order = new float[treatments.size()][];
        float[][] effect = new float[treatments.size()][];
        float[][] cost = new float[treatments.size()][];
        for (int t = 0; t < treatments.size(); t++) {
            uplift[t] = floats(buffer, rows);
            order[t] = floats(buffer, rows);
            effect[t] = floats(buffer, rows);
            cost[t] = priced ? floats(buffer, rows) : cost[t];
        }
        UpliftScores scores =
                new UpliftScores(
                        treatments,
                        uplift,
                        order,
                        baseline,
                        priced ? Optional.of(cost) : Optional.empty(),
                        baselineOrders);
        return new OutOfFoldScores(fold, scores, effect, weight, group);
    }

    private static long size(long rows, int floats) {
        return 2 * Integer.BYTES + rows * (FIXED_BYTES + Float.BYTES * floats);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(ByteBuffer buffer, int[] values) {
        for (int value : values) {
            buffer.putInt(value);
        }
    }

    private static void put(ByteBuffer buffer, float[] values) {
        for (float value : values) {
            buffer.putFloat(value);
        }
    }

    private static int[] ints(ByteBuffer buffer, int rows) {
        int[] values = new int[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = buffer.getInt();
        }
        return values;
    }

    private static float[] floats(ByteBuffer buffer, int rows) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = buffer.getFloat();
        }
        return values;
    }
}
