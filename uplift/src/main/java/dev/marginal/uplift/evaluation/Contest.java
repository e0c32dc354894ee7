package dev.marginal.uplift.evaluation;

import dev.marginal.uplift.Evaluation.Baseline;
import dev.marginal.uplift.Evaluation.BudgetCurve;
import dev.marginal.uplift.Evaluation.Point;
import dev.marginal.uplift.Evidence;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.PolicyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The model's policy against others at the campaign's own budget. */
final class Contest {
    private static final int HALF_OF_POINTS = 10;

    private final Stakes stakes;
    private final PolicyJudge judge;
    private final Untargeted untargeted;
    private final float[][] uplift;
    private final BudgetPolicy model;
    private final double[] values;
    private final List<Baseline> baselines = new ArrayList<>();

    Contest(Sample sample, Stakes stakes) {
        this.stakes = stakes;
        judge = new PolicyJudge(sample, stakes);
        untargeted = Untargeted.of(stakes);
        uplift = sample.outOfFold().scores().uplift();
        model = follow(uplift).spend(stakes.spending().perCustomer());
        values = stakes.values(model);
    }

    PolicyValue model() {
        return judge.judge("model", model);
    }

    /** In the order in which reports show them. */
    List<Baseline> baselines() {
        return baselines;
    }

    /**
     * Random, average effect, outcome model and best single feature.
     *
     * @param features one per treatment
     */
    void addUsual(float[] baseline, List<SingleFeature> features) {
        add("random", "", untargeted.random(), false);
        add("average effect", "", spend(untargeted.averageEffect()), false);
        int[] treatments = untargeted.bestTreatments();
        add("outcome model", "", spend(BudgetPolicy.byScores(stakes, treatments, baseline)), true);
        addFeature(features, treatments);
    }

    /** The highest places among each fold's best feature get the fold's treatment. */
    private void addFeature(List<SingleFeature> features, int[] treatments) {
        String names =
                IntStream.of(treatments)
                        .mapToObj(t -> features.get(t).name())
                        .distinct()
                        .collect(Collectors.joining("; "));
        float[] score = new float[stakes.rows()];
        for (int row = 0; row < score.length; row++) {
            score[row] = features.get(treatments[stakes.fold()[row]]).score()[row];
        }
        BudgetPolicy policy = BudgetPolicy.byScores(stakes, treatments, score);
        add("best single feature", names, spend(policy), true);
    }

    /** Policies that follow other scores. */
    void addRivals(Map<String, OutOfFoldScores> rivals) {
        rivals.forEach(
                (name, scores) -> add(name, "", spend(follow(scores.scores().uplift())), true));
    }

    /** The verdict; {@link Evidence} says what it means. */
    static Evidence evidence(Interval value, List<Baseline> baselines) {
        List<Interval> leads =
                baselines.stream().filter(each -> !each.needsScores()).map(Baseline::lead).toList();
        if (!(value.low() > 0) || !leads.stream().allMatch(Interval::mostlyAboveZero)) {
            return Evidence.NONE;
        }
        boolean sure = leads.stream().allMatch(lead -> lead.low() > 0);
        return sure ? Evidence.CLEAR : Evidence.WEAK;
    }

    /** The model's policy and the average effect at ten budgets up to the own, and ten above. */
    BudgetCurve curve() {
        BudgetPolicy targeted = follow(uplift);
        BudgetPolicy average = untargeted.averageEffect();
        double last = targeted.saturation();
        if (last == 0) {
            Interval none = new Interval(Double.NaN, Double.NaN, Double.NaN);
            return new BudgetCurve(List.of(), none, none);
        }
        List<Point> points = new ArrayList<>();
        BudgetArea area = new BudgetArea(targeted, average);
        for (double budget : budgets(last)) {
            points.add(area.add(budget));
        }
        return new BudgetCurve(points, area.height(), area.lead());
    }

    private double[] budgets(double last) {
        double own = Math.min(stakes.spending().perCustomer(), last / 2);
        double[] budgets = new double[2 * HALF_OF_POINTS];
        for (int i = 0; i < HALF_OF_POINTS; i++) {
            double share = (i + 1.0) / HALF_OF_POINTS;
            budgets[i] = own * share;
            budgets[HALF_OF_POINTS + i] = own + (last - own) * share;
        }
        return budgets;
    }

    private void add(String name, String detail, Policy policy, boolean needsScores) {
        PolicyValue value = judge.judge(name, policy);
        Interval lead = judge.lead(values, stakes.values(policy));
        baselines.add(new Baseline(value, detail, lead, needsScores));
    }

    private BudgetPolicy follow(float[][] scores) {
        return BudgetPolicy.byHulls(stakes, stakes.believed(scores));
    }

    private BudgetPolicy spend(BudgetPolicy policy) {
        return policy.spend(stakes.spending().perCustomer());
    }

    /** The area under a curve of budgets, row by row, so that it has an interval. */
    private final class BudgetArea {
        private final BudgetPolicy targeted;
        private final BudgetPolicy average;
        private final double[] area = new double[stakes.rows()];
        private final double[] averageArea = new double[stakes.rows()];
        private double[] height = stakes.values((row, treatment) -> 0);
        private double[] averageHeight = height;
        private double budget;

        BudgetArea(BudgetPolicy targeted, BudgetPolicy average) {
            this.targeted = targeted;
            this.average = average;
        }

        Point add(double next) {
            double[] now = stakes.values(targeted.spend(next));
            double[] averageNow = stakes.values(average.spend(next));
            for (int row = 0; row < area.length; row++) {
                area[row] += (next - budget) * (height[row] + now[row]) / 2;
                averageArea[row] += (next - budget) * (averageHeight[row] + averageNow[row]) / 2;
            }
            budget = next;
            height = now;
            averageHeight = averageNow;
            return new Point(next, judge.mean(now), judge.lead(now, averageNow));
        }

        Interval height() {
            return judge.mean(area).times(1 / budget);
        }

        Interval lead() {
            return judge.lead(area, averageArea).times(1 / budget);
        }
    }
}
