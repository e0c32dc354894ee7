package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Past campaign rows: who they were, which arm they got, what they bought.
 *
 * <p>Arms are numbered: 0 is the control, {@code 1 … treatments.size()} are the treatments in their
 * order.
 *
 * @param customers the features, all measured before the treatment
 * @param treatments the treatments' names, without the control
 * @param arm the arm of each row
 * @param gmv the outcome of each row, in currency; finite
 * @param weight the weight of each row; positive
 * @param propensity the probability with which each row got the arm it got, in (0, 1]; logged, or
 *     the arm's share
 * @param group rows with the same number belong to one customer, whom no model both learns from and
 *     scores out of fold
 * @param cost what each row's treatment has cost in the end, in currency; zero or more; where the
 *     history knows
 * @param period when each row was treated: a later row has a higher number; where the history knows
 * @param tiers one per treatment, in order
 * @param fingerprint a hash of the rows' origin (hex), remembered by the model
 */
public record CampaignHistory(
        Customers customers,
        List<String> treatments,
        int[] arm,
        double[] gmv,
        double[] weight,
        double[] propensity,
        int[] group,
        Optional<double[]> cost,
        Optional<int[]> period,
        List<Tier> tiers,
        String fingerprint) {
    public CampaignHistory {
        treatments = List.copyOf(treatments);
        tiers = List.copyOf(tiers);
        int rows = customers.rows();
        Requires.require(!treatments.isEmpty(), "treatments", treatments, "at least one");
        requireRows(arm.length, "arm", rows);
        requireRows(gmv.length, "gmv", rows);
        requireRows(weight.length, "weight", rows);
        requireRows(propensity.length, "propensity", rows);
        requireRows(group.length, "group", rows);
        cost.ifPresent(costs -> requireRows(costs.length, "cost", rows));
        period.ifPresent(periods -> requireRows(periods.length, "period", rows));
        Requires.require(
                tiers.size() == treatments.size(),
                "tiers",
                tiers.size(),
                treatments.size() + ", one per treatment");
        for (int row = 0; row < rows; row++) {
            requireRow(arm[row] >= 0 && arm[row] <= treatments.size(), "arm", row, arm[row]);
            requireRow(Double.isFinite(gmv[row]), "gmv", row, gmv[row]);
            requireRow(
                    weight[row] > 0 && weight[row] <= Float.MAX_VALUE, "weight", row, weight[row]);
            requireRow(
                    propensity[row] > 0 && propensity[row] <= 1,
                    "propensity",
                    row,
                    propensity[row]);
            double spent = cost.isPresent() ? cost.get()[row] : 0;
            requireRow(spent >= 0 && Double.isFinite(spent), "cost", row, spent);
        }
    }

    /** A history without realised costs and times, each of whose treatments is like no other. */
    public CampaignHistory(
            Customers customers,
            List<String> treatments,
            int[] arm,
            double[] gmv,
            double[] weight,
            double[] propensity,
            int[] group,
            String fingerprint) {
        this(
                customers,
                treatments,
                arm,
                gmv,
                weight,
                propensity,
                group,
                Optional.empty(),
                Optional.empty(),
                treatments.stream().map(Tier::alone).toList(),
                fingerprint);
    }

    /** The same rows with these realised costs. */
    public CampaignHistory withCost(double[] costs) {
        return with(propensity, Optional.of(costs), period, tiers);
    }

    /** The same rows, treated in these periods. */
    public CampaignHistory withPeriod(int[] periods) {
        return with(propensity, cost, Optional.of(periods), tiers);
    }

    /** The same rows, whose treatments are these tiers. */
    public CampaignHistory withTiers(List<Tier> others) {
        return with(propensity, cost, period, others);
    }

    /** The same rows with these propensities. */
    public CampaignHistory withPropensity(double[] others) {
        return with(others, cost, period, tiers);
    }

    /** How many rows. */
    public int rows() {
        return customers.rows();
    }

    /** How many arms, the control included. */
    public int arms() {
        return treatments.size() + 1;
    }

    /** How messages call an arm: {@code control}, or the treatment's name. */
    public String armName(int number) {
        return number == 0 ? "control" : treatments.get(number - 1);
    }

    /** The rows of an arm, ascending. */
    public int[] rowsOf(int number) {
        return IntStream.range(0, rows()).filter(row -> arm[row] == number).toArray();
    }

    /** These rows, in this order. */
    public CampaignHistory select(int[] which) {
        return new CampaignHistory(
                customers.select(which),
                treatments,
                Arrays.stream(which).map(row -> arm[row]).toArray(),
                Arrays.stream(which).mapToDouble(row -> gmv[row]).toArray(),
                Arrays.stream(which).mapToDouble(row -> weight[row]).toArray(),
                Arrays.stream(which).mapToDouble(row -> propensity[row]).toArray(),
                Arrays.stream(which).map(row -> group[row]).toArray(),
                cost.map(all -> Arrays.stream(which).mapToDouble(row -> all[row]).toArray()),
                period.map(all -> Arrays.stream(which).map(row -> all[row]).toArray()),
                tiers,
                fingerprint);
    }

    private CampaignHistory with(
            double[] propensities,
            Optional<double[]> costs,
            Optional<int[]> periods,
            List<Tier> others) {
        return new CampaignHistory(
                customers,
                treatments,
                arm,
                gmv,
                weight,
                propensities,
                group,
                costs,
                periods,
                others,
                fingerprint);
    }

    private static void requireRows(int length, String name, int rows) {
        Requires.require(length == rows, "length of " + name, length, rows + ", one per row");
    }

    private static void requireRow(boolean holds, String name, int row, double value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s (%s) of row %d cannot be used.".formatted(name, value, row));
        }
    }
}
