package dev.marginal.benchmarks.fitting;

import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A planted history with features that do not matter behind those that do. */
final class BigHistory {
    private BigHistory() {}

    /**
     * A control and so many treatments, all shares equal.
     *
     * @param features at least ten
     */
    static CampaignHistory of(long seed, int rows, int features, int treatments) {
        Arm[] arms =
                IntStream.rangeClosed(1, treatments)
                        .mapToObj(number -> new Arm("offer_" + number, 0.4 * number))
                        .toArray(Arm[]::new);
        CampaignHistory planted =
                PlantedWorld.randomised(seed).withArms(arms).history(rows).history();
        List<Column> columns = new ArrayList<>(planted.customers().features());
        SplittableRandom random = new SplittableRandom(seed);
        while (columns.size() < features) {
            float[] noise = new float[rows];
            for (int row = 0; row < rows; row++) {
                noise[row] = (float) random.nextDouble();
            }
            columns.add(new NumberColumn("noise_" + columns.size(), noise));
        }
        return new CampaignHistory(
                new Customers(rows, columns),
                planted.treatments(),
                planted.arm(),
                planted.gmv(),
                planted.weight(),
                planted.propensity(),
                planted.group(),
                planted.fingerprint());
    }

    /**
     * The features of these rows, row-major, with {@code more} columns of ones and zeros behind.
     */
    static float[] values(Customers customers, int[] which, int more) {
        int columns = customers.features().size() + more;
        float[] values = new float[Math.multiplyExact(which.length, columns)];
        for (int feature = 0; feature < customers.features().size(); feature++) {
            float[] column = ((NumberColumn) customers.features().get(feature)).values();
            for (int i = 0, at = feature; i < which.length; i++, at += columns) {
                values[at] = column[which[i]];
            }
        }
        for (int i = 0; more > 0 && i < which.length; i++) {
            int arm = which[i] % (more + 1);
            if (arm > 0) {
                values[(i + 1) * columns - arm] = 1;
            }
        }
        return values;
    }
}
