package dev.marginal.uplift.soundness;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Leak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for features that know too much: one that nearly says who buys is mostly a trace of the
 * purchase (visits, clicks, the coupon's number), and one that nearly says who got an arm either a
 * trace of the treatment or the reason for it.
 *
 * <p>Rows are ranked by the feature alone: by its number, with missing values before or after all
 * others, or by how many of a word's rows bought (or got the arm), frequent words only. The area
 * under the ROC curve is the share of pairs, one who bought and one who did not, that this ranking
 * tells apart. Where every row bought something, the upper half of the outcomes counts as buying.
 *
 * @see <a href="https://doi.org/10.1016/j.patrec.2005.10.010">Fawcett (2006), an introduction to
 *     ROC analysis</a>
 */
public final class Leaks {
    /** Honest features of campaigns stay well below. */
    private static final double OF_OUTCOME = 0.9;

    /** In a lottery nothing tells the arm. */
    private static final double OF_ARM = 0.8;

    /** A rarer word's share is mostly chance. */
    private static final int FREQUENT = 30;

    private final CampaignHistory history;

    private Leaks(CampaignHistory history) {
        this.history = history;
    }

    /** Every feature that knows too much, in the order of the features; its worst leak each. */
    public static List<Leak> in(CampaignHistory history, Execution execution) {
        List<Column> features = history.customers().features();
        List<Optional<Leak>> found = new ArrayList<>();
        features.forEach(feature -> found.add(Optional.empty()));
        Leaks leaks = new Leaks(history);
        boolean[] bought = leaks.bought();
        execution.each(
                features.size(),
                place -> {
                    Optional<Leak> leak = leaks.of(features.get(place), bought);
                    synchronized (found) {
                        found.set(place, leak);
                    }
                });
        return found.stream().flatMap(Optional::stream).toList();
    }

    private boolean[] bought() {
        double[] gmv = history.gmv();
        long zeros = Arrays.stream(gmv).filter(amount -> amount == 0).count();
        double edge =
                zeros == 0
                        ? Arrays.stream(gmv).sorted().skip(gmv.length / 2).findFirst().orElse(0)
                        : 0;
        boolean[] bought = new boolean[gmv.length];
        for (int row = 0; row < gmv.length; row++) {
            bought[row] = zeros == 0 ? gmv[row] >= edge : gmv[row] != 0;
        }
        return bought;
    }

    private Optional<Leak> of(Column feature, boolean[] bought) {
        double outcome = area(feature, bought);
        if (outcome >= OF_OUTCOME) {
            return Optional.of(new Leak(feature.name(), Leak.OUTCOME, outcome));
        }
        int arm = 0;
        double most = 0;
        for (int each = 0; each < history.arms(); each++) {
            double area = area(feature, got(each));
            if (area > most) {
                arm = each;
                most = area;
            }
        }
        return most >= OF_ARM ? Optional.of(new Leak(feature.name(), arm, most)) : Optional.empty();
    }

    private boolean[] got(int arm) {
        boolean[] got = new boolean[history.rows()];
        for (int row = 0; row < got.length; row++) {
            got[row] = history.arm()[row] == arm;
        }
        return got;
    }

    private static double area(Column feature, boolean[] label) {
        if (feature instanceof CategoryColumn words) {
            return Area.of(shares(words, label), label);
        }
        float[] values = ((NumberColumn) feature).values();
        double first = Area.of(filled(values, Float.NEGATIVE_INFINITY), label);
        double last = Area.of(filled(values, Float.POSITIVE_INFINITY), label);
        return Math.max(first, last);
    }

    private static float[] filled(float[] values, float missing) {
        float[] filled = values.clone();
        for (int row = 0; row < filled.length; row++) {
            filled[row] = Float.isNaN(filled[row]) ? missing : filled[row];
        }
        return filled;
    }

    /** Each row's word as the share of its rows that have the label; that of all, if it is rare. */
    private static float[] shares(CategoryColumn column, boolean[] label) {
        int words = column.words().size() + 1;
        int[] rows = new int[words];
        int[] with = new int[words];
        long all = 0;
        for (int row = 0; row < label.length; row++) {
            int word = column.codes()[row] + 1;
            rows[word]++;
            with[word] += label[row] ? 1 : 0;
            all += label[row] ? 1 : 0;
        }
        float[] shares = new float[label.length];
        for (int row = 0; row < shares.length; row++) {
            int word = column.codes()[row] + 1;
            shares[row] =
                    rows[word] >= FREQUENT
                            ? (float) with[word] / rows[word]
                            : (float) all / label.length;
        }
        return shares;
    }
}
