package dev.marginal.optimizer.core;

import dev.marginal.optimizer.kernel.Grouping;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Sums;
import dev.marginal.optimizer.pricing.Box;
import dev.marginal.optimizer.pricing.Crowd;
import dev.marginal.optimizer.pricing.Evaluation;
import dev.marginal.optimizer.pricing.PriceSearch.Near;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.LinearAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the exact prices, and who shares what at them, from prices that are nearly right.
 *
 * <p>The linear relaxation has a column for every set of every customer, but at its optimum only
 * the few customers who are indifferent take more than one. So only the <em>core</em>, those
 * nearest to indifference, get columns; the program's prices are tried on the whole crowd, and
 * whoever would choose a set without a column gets it. When nobody does, the dual at the program's
 * prices equals the program's value: both are optimal. Prices stay in a box around the best known
 * ones, which moves and grows when they touch it.
 *
 * @see <a href="https://doi.org/10.1287/opre.8.1.101">Dantzig, Wolfe (1960), Decomposition
 *     principle for linear programs, Operations Research 8(1)</a>
 * @see <a href="https://doi.org/10.1287/opre.28.5.1130">Balas, Zemel (1980), An algorithm for large
 *     zero-one knapsack problems, Operations Research 28(5): the core</a>
 */
public final class CoreProblem {
    private static final int GROUPS = 100;
    private static final int GROUPS_PER_ROW = 4;
    private static final int SETS = 2;
    private static final int SETS_OF_MANY = 16;
    private static final int MOST_ROUNDS = 40;

    /** How far a dual that is proven to be the lowest may be from it, relatively. */
    public static final double EXACT = 1e-11;

    private final Near near;
    private final Instance instance;
    private final Crowd crowd;
    private final double enough;
    private final Deadline deadline;
    private final long[] first;
    private final Evaluation start;
    private final int[] groupOf;
    private final List<Twins> twins = new ArrayList<>();

    /** The core near some prices, solved until the dual is proven to be the lowest. */
    public CoreProblem(Near near, Deadline deadline) {
        this(near, EXACT, deadline);
    }

    /**
     * The same, content with less.
     *
     * @param enough how near the lowest dual is near enough, relatively; {@link #EXACT} at least
     */
    public CoreProblem(Near near, double enough, Deadline deadline) {
        this.near = near;
        this.enough = enough;
        this.crowd = near.crowd();
        this.instance = crowd.instance();
        this.deadline = deadline;
        this.first = new long[crowd.rows()];
        this.start = crowd.totalAt(near.prices(), first);
        this.groupOf = new int[crowd.rows()];
        Arrays.fill(groupOf, -1);
    }

    /** The lowest dual found, and the sharing that belongs to it. */
    public Shared solve() {
        if (deadline.passed()) {
            return new Shared(start, first, start.total(), List.of(), List.of(), false, false);
        }
        try (SharingModel model =
                new SharingModel(instance, crowd.columns(), instance.use(start.total()))) {
            addCore(model);
            return rounds(model);
        }
    }

    private Shared rounds(SharingModel model) {
        Evaluation best = start;
        Optional<LinearAnswer> last = Optional.empty();
        double wide = 1;
        double worth = start.total().totalValue();
        boolean exact = false;
        long[] choices = new long[crowd.rows()];
        for (int round = 0; round < MOST_ROUNDS && !exact && !deadline.passed(); round++) {
            Box box = near.box().around(best.prices(), near.blur(), wide);
            model.keepWithin(box);
            Optional<LinearAnswer> answer = model.solve(deadline);
            if (answer.isEmpty()) {
                break;
            }
            last = answer;
            double[] prices = near.box().clip(model.prices(answer.get()));
            Evaluation next = crowd.totalAt(prices, choices);
            int added = addMissing(model, prices, choices);
            double gap = next.dual() - (worth + answer.get().objective() * 1e6);
            boolean touches = box.cuts(prices, near.box());
            exact = !touches && gap <= enough * Math.abs(next.dual());
            if (next.dual() <= best.dual()) {
                best = next;
                wide *= touches ? 3 : 1;
            } else if (added == 0 && !exact) {
                break;
            } else {
                wide *= touches ? 1 : 0.5;
            }
        }
        return shared(model, best, last, exact);
    }

    private void addCore(SharingModel model) {
        float[] regrets = crowd.regrets(near.prices());
        int wanted = GROUPS + GROUPS_PER_ROW * instance.rows();
        List<int[]> groups = NearestGroups.of(crowd.columns(), regrets, wanted);
        double within = groups.stream().mapToDouble(some -> regrets[some[0]]).max().orElse(0);
        Neighbours neighbours =
                new Neighbours(instance, crowd.columns(), instance.rates(near.prices()));
        for (int[] some : groups) {
            int most = some.length == 1 ? SETS : SETS_OF_MANY;
            long[] sets = neighbours.of(some[0], first[some[0]], 2 * within + 1, most);
            add(model, new Twins(some, sets));
        }
    }

    private void add(SharingModel model, Twins some) {
        int group = model.add(some);
        twins.add(some);
        for (int row : some.customers()) {
            groupOf[row] = group;
        }
    }

    /** Gives everyone a column for the set that they would choose at these prices. */
    private int addMissing(SharingModel model, double[] prices, long[] choices) {
        Neighbours worth = new Neighbours(instance, crowd.columns(), instance.rates(prices));
        List<Missing> missing = new ArrayList<>();
        for (int row = 0; row < choices.length; row++) {
            boolean known =
                    groupOf[row] < 0
                            ? choices[row] == first[row]
                            : model.knows(groupOf[row], choices[row]);
            if (!known) {
                double lost = worth.worth(row, choices[row]) - known(model, worth, row);
                missing.add(new Missing(row, choices[row], lost));
            }
        }
        missing.sort(
                Comparator.comparingDouble(Missing::lost)
                        .reversed()
                        .thenComparingInt(Missing::row));
        int wanted = GROUPS + GROUPS_PER_ROW * instance.rows();
        List<Missing> some = missing.subList(0, Math.min(missing.size(), wanted));
        addNew(model, some, choices);
        for (Missing one : some) {
            int group = groupOf[one.row];
            if (!model.knows(group, one.set)) {
                model.add(group, one.set);
            }
        }
        return some.size();
    }

    private double known(SharingModel model, Neighbours worth, int row) {
        if (groupOf[row] < 0) {
            return worth.worth(row, first[row]);
        }
        return model.sets(groupOf[row]).stream()
                .mapToDouble(set -> worth.worth(row, set))
                .max()
                .orElseThrow();
    }

    private void addNew(SharingModel model, List<Missing> some, long[] choices) {
        int[] rows =
                some.stream()
                        .mapToInt(Missing::row)
                        .filter(row -> groupOf[row] < 0)
                        .sorted()
                        .toArray();
        for (int[] group : Grouping.of(crowd.columns(), rows).groups()) {
            add(model, new Twins(group, new long[] {first[group[0]], choices[group[0]]}));
        }
    }

    private Shared shared(
            SharingModel model, Evaluation best, Optional<LinearAnswer> answer, boolean exact) {
        List<Twins> groups = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        for (int group = 0; group < twins.size(); group++) {
            int[] customers =
                    Arrays.stream(twins.get(group).customers())
                            .map(row -> crowd.customers()[row])
                            .toArray();
            long[] sets = model.sets(group).stream().mapToLong(Long::longValue).toArray();
            groups.add(new Twins(customers, sets));
            int number = group;
            shares.add(
                    answer.map(found -> model.shares(number, found))
                            .orElseGet(() -> everyone(customers.length, sets.length)));
        }
        boolean kept = answer.isPresent() && model.keepsEveryLimit(answer.get());
        return new Shared(best, first, start.total(), groups, shares, exact, kept);
    }

    private static double[] everyone(int customers, int sets) {
        double[] shares = new double[sets];
        shares[0] = customers;
        return shares;
    }

    private record Missing(int row, long set, double lost) {}

    /**
     * The answer.
     *
     * @param best the lowest dual
     * @param first set of each of the crowd's customers who is in no group
     * @param sums what everyone has with these first sets, added up
     * @param twins the groups; customers by their numbers in the book
     * @param shares {@code [set]} per group: how many twins, not whole numbers in general
     * @param exact whether the dual is proven to be the lowest in the crowd's box, or near enough
     * @param kept whether the sharing keeps every limit
     */
    public record Shared(
            Evaluation best,
            long[] first,
            Sums sums,
            List<Twins> twins,
            List<double[]> shares,
            boolean exact,
            boolean kept) {}
}
