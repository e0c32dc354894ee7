package dev.marginal.value.evaluation;

import dev.marginal.value.Histories;
import dev.marginal.value.PurchaseModel;
import dev.marginal.value.log.DailyRepeats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Repeat purchases of all customers of a calibration as time went on: how many there were in each
 * step of time, and how many a model expects who only knows on which day each customer bought for
 * the first time,
 *
 * <pre>{@code
 * E(t) = Σ E[X(t − first day)]   over the customers who had begun by t
 * }</pre>
 *
 * (Fader, Hardie and Lee 2005, <a href="https://doi.org/10.1287/mksc.1040.0098">figures 4 and
 * 5</a>). A step ends with the calibration, so that the first and the last one may be shorter than
 * the others. Arrays are owned by the record and not to be changed.
 *
 * @param step its name: day, week, month or year
 * @param first the day on which the first customer began, as ISO date
 * @param ends the last day of each step, as ISO dates
 * @param days how many days each step has
 * @param known how many steps the models know; the others are the holdout
 * @param actual what happened
 * @param expected of each model
 */
public record Tracking(
        String step,
        String first,
        List<String> ends,
        int[] days,
        int known,
        Pace actual,
        List<Pace> expected) {
    public Tracking {
        ends = List.copyOf(ends);
        expected = List.copyOf(expected);
    }

    /**
     * Repeat purchases by step; arrays owned by the record.
     *
     * @param name of the model; {@code actual} for what happened
     * @param each in each step
     * @param total in all steps up to each
     */
    public record Pace(String name, double[] each, double[] total) {
        static Pace of(String name, double[] total) {
            double[] each = new double[total.length];
            Arrays.setAll(each, step -> total[step] - (step == 0 ? 0 : total[step - 1]));
            return new Pace(name, each, total);
        }
    }

    /**
     * Follows repeat purchases.
     *
     * @param calibration whose last day is the cut
     * @param repeats of the calibration's customers, until the end of the holdout
     * @param models that expect them
     */
    static Tracking of(Histories calibration, DailyRepeats repeats, List<PurchaseModel> models) {
        int days = repeats.purchases().length;
        int cut = (int) (calibration.until().toEpochDay() - repeats.first().toEpochDay());
        Steps steps = Steps.over(days, cut, calibration.unit());
        int[] newcomers = new int[cut + 1];
        IntStream.of(calibration.ageDays()).forEach(age -> newcomers[cut - age]++);
        return new Tracking(
                steps.unit().word(),
                repeats.first().toString(),
                IntStream.of(steps.ends()).mapToObj(end -> day(repeats, end)).toList(),
                steps.lengths(),
                steps.until(cut),
                Pace.of("actual", totals(repeats.purchases(), steps)),
                models.stream()
                        .map(model -> expected(model, calibration, newcomers, steps))
                        .toList());
    }

    private static String day(DailyRepeats repeats, int day) {
        return repeats.first().plusDays(day).toString();
    }

    private static double[] totals(int[] purchases, Steps steps) {
        return IntStream.of(steps.ends())
                .mapToDouble(
                        end -> IntStream.rangeClosed(0, end).mapToLong(i -> purchases[i]).sum())
                .toArray();
    }

    private static Pace expected(
            PurchaseModel model, Histories calibration, int[] newcomers, Steps steps) {
        double[] ofOne = new double[steps.last() + 1];
        for (int days = 1; days < ofOne.length; days++) {
            ofOne[days] = model.expectedOfNew(calibration.unit().of(days));
        }
        return Pace.of(
                model.name(),
                IntStream.of(steps.ends())
                        .mapToDouble(end -> expected(ofOne, newcomers, end))
                        .toArray());
    }

    /** Of all who have begun by the end. */
    private static double expected(double[] ofOne, int[] newcomers, int end) {
        return IntStream.rangeClosed(0, Math.min(end, newcomers.length - 1))
                .mapToDouble(day -> newcomers[day] * ofOne[end - day])
                .sum();
    }
}
