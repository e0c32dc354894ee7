package dev.marginal.value.evaluation;

import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a purchase model reads from a past: customers who began as long ago as the first of all, by
 * how often they came back and how long ago they last bought. Arrays are owned by the record and
 * not to be changed.
 *
 * @param model its name
 * @param age time since their first purchase, the same for all, in units of time
 * @param horizon for which purchases are expected, in units of time
 * @param silences time since the last purchase, rising; the last one is {@code age}: never back
 * @param frequencies repeat purchases, rising from 0
 * @param alive P(alive) by silence and frequency; {@code NaN} for a past that cannot be: whoever
 *     never came back has been silent since the first purchase, and each repeat purchase takes a
 *     day of its own
 * @param purchases expected within the horizon, in the same way
 */
public record Pasts(
        String model,
        double age,
        double horizon,
        double[] silences,
        int[] frequencies,
        double[][] alive,
        double[][] purchases) {
    private static final int MOST_ROWS = 10;
    private static final int[] STEPS = {1, 2, 5};
    private static final int[] FREQUENCIES = {
        0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300
    };
    private static final double NEARLY_ALL = 0.999;

    /**
     * For the histories' oldest customers, and frequencies that all but one in 1,000 keep below.
     */
    static Pasts of(PurchaseModel model, Histories histories, double horizon) {
        int ageDays = IntStream.of(histories.ageDays()).max().orElseThrow();
        int[] silentDays = silentDays(ageDays, histories.unit().days());
        int[] frequencies = frequencies(histories.frequency());
        double age = histories.unit().of(ageDays);
        double[][] alive = new double[silentDays.length][frequencies.length];
        double[][] purchases = new double[silentDays.length][frequencies.length];
        for (int row = 0; row < silentDays.length; row++) {
            int days = ageDays - silentDays[row];
            double recency = histories.unit().of(days);
            for (int column = 0; column < frequencies.length; column++) {
                int frequency = frequencies[column];
                boolean canBe = frequency == 0 ? days == 0 : days >= frequency;
                alive[row][column] =
                        canBe ? model.aliveProbability(frequency, recency, age) : Double.NaN;
                purchases[row][column] =
                        canBe ? model.expected(horizon, frequency, recency, age) : Double.NaN;
            }
        }
        return new Pasts(
                model.name(),
                age,
                horizon,
                IntStream.of(silentDays).mapToDouble(histories.unit()::of).toArray(),
                frequencies,
                alive,
                purchases);
    }

    /** Round numbers of units as long as they are below the age, and the age itself. */
    private static int[] silentDays(int ageDays, double unit) {
        double step = step(ageDays / unit) * unit;
        IntStream round =
                IntStream.range(0, MOST_ROWS)
                        .map(row -> (int) Math.round(row * step))
                        .filter(days -> days < ageDays);
        return IntStream.concat(round, IntStream.of(ageDays)).distinct().toArray();
    }

    /** The least of 1, 2, 5, 10, … (or of 0.1, 0.2, …) that makes few enough rows. */
    private static double step(double age) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(age, 1e-9) / MOST_ROWS)));
        return Arrays.stream(STEPS)
                .mapToDouble(step -> step * power)
                .filter(step -> step * (MOST_ROWS - 1) >= age)
                .findFirst()
                .orElse(10 * power);
    }

    private static int[] frequencies(int[] seen) {
        int[] sorted = seen.clone();
        Arrays.sort(sorted);
        int most = Math.max(1, sorted[(int) Math.ceil(NEARLY_ALL * (sorted.length - 1))]);
        return IntStream.of(FREQUENCIES).filter(frequency -> frequency <= most).toArray();
    }
}
