package dev.marginal.scenarios.holdout;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether a lottery came out as its shares say: Pearson's chi-squared over the counts.
 *
 * <p>Customers with different choices have different shares; their expected counts are added up.
 * The counts then vary less than the test takes for granted, so that it errs on the side of
 * passing. A plan is made every day: a test fails below 0.0005, once in five years of days by
 * chance.
 *
 * @param what was drawn, in words: {@code holdout global}
 * @param counts one per outcome
 * @param expected in the outcomes' order
 * @param probability of counts as far off as these or farther, if the lottery is sound
 */
public record SampleRatio(
        String what, List<Long> counts, List<Double> expected, double probability) {
    /** Below this a test fails. */
    public static final double FAILS = 0.0005;

    /** Outcomes expected less often than this are too rare to be tested on their own. */
    private static final double LEAST_EXPECTED = 5;

    public SampleRatio {
        counts = List.copyOf(counts);
        expected = List.copyOf(expected);
    }

    /** Tests every holdout and every draw of a day. */
    public static List<SampleRatio> of(HeldOut heldOut, Draws draws) {
        List<SampleRatio> tests = new ArrayList<>();
        for (int number = 0; number < heldOut.holdouts().size(); number++) {
            tests.add(
                    of(
                            heldOut.holdouts().get(number),
                            heldOut.customers(number),
                            heldOut.by().length));
        }
        if (draws.share() > 0) {
            tests.add(explorers(draws));
            tests.add(arms(draws));
        }
        return tests;
    }

    /** Whether the lottery looks sound. */
    public boolean passes() {
        return probability >= FAILS;
    }

    /** Tests a holdout that holds out so many of all customers. */
    public static SampleRatio of(Holdout holdout, long held, long customers) {
        return twoWay("holdout " + holdout.name(), held, customers, holdout.share());
    }

    private static SampleRatio explorers(Draws draws) {
        int could = 0;
        for (long open : draws.open()) {
            could += open == 0 ? 0 : 1;
        }
        return twoWay("explorers", draws.explorers().length, could, draws.share());
    }

    private static SampleRatio arms(Draws draws) {
        long[] counts = new long[Long.SIZE + 1];
        double[] expected = new double[Long.SIZE + 1];
        for (int customer : draws.explorers()) {
            counts[draws.drawn()[customer] + 1]++;
            double each = 1.0 / (Long.bitCount(draws.open()[customer]) + 1);
            expected[0] += each;
            for (long left = draws.open()[customer]; left != 0; left &= left - 1) {
                expected[Long.numberOfTrailingZeros(left) + 1] += each;
            }
        }
        return test("what explorers drew", counts, expected);
    }

    private static SampleRatio twoWay(String what, long chosen, long all, double share) {
        return test(
                what,
                new long[] {chosen, all - chosen},
                new double[] {all * share, all * (1 - share)});
    }

    private static SampleRatio test(String what, long[] counts, double[] expected) {
        List<Long> seen = new ArrayList<>();
        List<Double> due = new ArrayList<>();
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            if (expected[i] >= LEAST_EXPECTED) {
                double off = counts[i] - expected[i];
                statistic += off * off / expected[i];
                seen.add(counts[i]);
                due.add(expected[i]);
            }
        }
        double probability =
                due.size() < 2
                        ? 1
                        : 1
                                - new ChiSquaredDistribution(due.size() - 1)
                                        .cumulativeProbability(statistic);
        return new SampleRatio(what, seen, due, probability);
    }
}
