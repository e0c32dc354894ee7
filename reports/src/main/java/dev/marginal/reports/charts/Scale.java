package dev.marginal.reports.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where numbers stand on an axis.
 *
 * @param from the number at {@code start}
 * @param to the number at {@code end}; another one
 */
record Scale(double from, double to, double start, double end) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double MILLION = 1e6;
    private static final double LARGE = 10_000;

    /** A scale over at least these numbers; where they are all alike, with some room. */
    static Scale over(double from, double to, double start, double end) {
        boolean alike = !(to > from);
        return new Scale(from, alike ? from + Math.max(1, Math.abs(from)) : to, start, end);
    }

    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** Round numbers, about so many. */
    List<Double> ticks(int wanted) {
        double step = step(wanted);
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(from / step - 1e-9); tick * step <= to + step * 1e-9; tick++) {
            ticks.add(tick * step + 0.0);
        }
        return ticks;
    }

    /** Words for {@link #ticks}. */
    String words(double tick, int wanted) {
        double most = Math.max(Math.abs(from), Math.abs(to));
        if (most >= MILLION) {
            return short_(tick / MILLION, step(wanted) / MILLION, "m");
        }
        return most >= LARGE
                ? short_(tick / 1000, step(wanted) / 1000, "k")
                : short_(tick, step(wanted), "");
    }

    private double step(int wanted) {
        double raw = (to - from) / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double round : ROUND) {
            if (round * power >= raw * 0.999) {
                return round * power;
            }
        }
        return 10 * power;
    }

    private static String short_(double tick, double step, String unit) {
        if (Math.abs(tick) < step * 1e-6) {
            return "0";
        }
        int digits = 0;
        while (digits < 6
                && Math.abs(step * Math.pow(10, digits) - Math.rint(step * Math.pow(10, digits)))
                        > 1e-6) {
            digits++;
        }
        return String.format(Locale.ROOT, "%,." + digits + "f%s", tick, unit).replace('-', '−');
    }
}
