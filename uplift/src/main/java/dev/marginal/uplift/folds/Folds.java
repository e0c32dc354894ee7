package dev.marginal.uplift.folds;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds out every row of a history once, so that what is said of a row comes from models that never
 * saw its customer.
 *
 * <p>Where the history knows no periods, all rows of one customer go to one fold; customers are
 * dealt so that every fold gets its share of each arm, of those who order and those who do not.
 * Where it knows periods, fold k is the k-th block of consecutive periods, and a model for it is
 * trained on the rows of the other blocks whose customer has no row in block k: neither a customer
 * nor a moment is ever on both sides.
 */
public final class Folds {
    private final CampaignHistory history;
    private final int count;
    private final int[] ofRow;
    private final Groups customers;

    private Folds(CampaignHistory history, int count, int[] ofRow, Groups customers) {
        this.history = history;
        this.count = count;
        this.ofRow = ofRow;
        this.customers = customers;
    }

    /**
     * Deals the rows.
     *
     * @param count how many folds, at least 2
     * @param seed of the dealing; blocks of time need none
     * @throws IllegalArgumentException if there are fewer customers than folds, or fewer periods
     *     where the history knows them; or if an arm has fewer rows than there are folds
     */
    public static Folds of(CampaignHistory history, int count, long seed) {
        Requires.require(count >= 2, "folds", count, "at least 2");
        requireRows(history, count);
        Groups customers = Groups.of(history.group());
        int[] ofRow =
                history.period().isPresent()
                        ? Periods.blocks(history.period().get(), count)
                        : customers.deal(history, count, seed);
        return new Folds(history, count, ofRow, customers);
    }

    /** How many folds. */
    public int count() {
        return count;
    }

    /** The fold of each row, in [0, {@link #count}). */
    public int[] ofRow() {
        return ofRow.clone();
    }

    /** The rows of this fold, ascending. */
    public int[] inside(int fold) {
        return IntStream.range(0, ofRow.length).filter(row -> ofRow[row] == fold).toArray();
    }

    /**
     * The rows that a model for these folds may learn from, ascending: those of customers who have
     * no row in any of them.
     *
     * @throws IllegalArgumentException if they lack an arm
     */
    public int[] training(int... folds) {
        int[] rows = others(folds);
        lacking(rows)
                .ifPresent(
                        arm -> {
                            throw new IllegalArgumentException(
                                    ("Arm '%s' has rows of no customer outside fold %s of %d; a"
                                                    + " model for that fold could not learn it."
                                                    + " Maybe use fewer folds.")
                                            .formatted(arm, numbers(folds), count));
                        });
        return rows;
    }

    /** An arm that a model for these folds could not learn, if there is one. */
    public Optional<String> armLacking(int... folds) {
        return lacking(others(folds));
    }

    private int[] others(int[] folds) {
        boolean[] held = new boolean[customers.count()];
        for (int fold : folds) {
            for (int row : inside(fold)) {
                held[customers.ofRow()[row]] = true;
            }
        }
        return IntStream.range(0, ofRow.length)
                .filter(row -> !held[customers.ofRow()[row]])
                .toArray();
    }

    private Optional<String> lacking(int[] rows) {
        boolean[] there = new boolean[history.arms()];
        for (int row : rows) {
            there[history.arm()[row]] = true;
        }
        return IntStream.range(0, there.length)
                .filter(arm -> !there[arm])
                .mapToObj(history::armName)
                .findFirst();
    }

    private static String numbers(int[] folds) {
        return IntStream.of(folds)
                .mapToObj(fold -> fold + 1 + "")
                .collect(Collectors.joining(" and "));
    }

    private static void requireRows(CampaignHistory history, int count) {
        int[] rows = new int[history.arms()];
        Arrays.stream(history.arm()).forEach(arm -> rows[arm]++);
        for (int arm = 0; arm < rows.length; arm++) {
            if (rows[arm] < count) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "Arm '%s' has %,d of %,d history rows; cross-fitting with %d folds"
                                        + " needs at least one in each.",
                                history.armName(arm),
                                rows[arm],
                                history.rows(),
                                count));
            }
        }
    }
}
