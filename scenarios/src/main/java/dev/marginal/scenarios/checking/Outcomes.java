package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What customers bought: whether there is enough of it, and whether single rows decide. */
record Outcomes(CampaignFile file, CampaignHistory history) {
    private static final String TOPIC = "outcome";
    private static final int FEW_ORDERS = 100;
    private static final double LARGE_SHARE = 0.05;
    private static final double TOP = 0.001;
    private static final double LARGE_TOP = 0.3;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        double[] gmv = history.gmv();
        long orders = Arrays.stream(gmv).filter(amount -> amount > 0).count();
        double mean = Arrays.stream(gmv).average().orElse(0);
        String sentence =
                String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d rows bought something (%.2f %%), %s a row",
                        file.history().gmv(),
                        orders,
                        gmv.length,
                        100.0 * orders / gmv.length,
                        new Words(file.currency()).money(mean));
        findings.add(
                orders >= FEW_ORDERS
                        ? Finding.fine(TOPIC, sentence)
                        : Finding.doubt(
                                TOPIC,
                                sentence,
                                "A model that tells customers apart needs some hundred orders; the averages of the arms may be all that can be learnt."));
        negative(findings);
        outliers(findings);
        return findings;
    }

    private void negative(List<Finding> findings) {
        long negative = Arrays.stream(history.gmv()).filter(amount -> amount < 0).count();
        if (negative > 0 && file.learning().head() != Head.SQUARED) {
            findings.add(
                    Finding.stops(
                            TOPIC,
                            "%s is below 0 in %s, which this model of GMV does not know"
                                    .formatted(
                                            file.history().gmv(),
                                            CampaignWords.many(negative, "row")),
                            "Set outcome: squared in the campaign file, or count returns elsewhere."));
        }
    }

    private void outliers(List<Finding> findings) {
        double[] sorted = Arrays.stream(history.gmv()).map(Math::abs).sorted().toArray();
        double all = Arrays.stream(sorted).sum();
        int top = (int) Math.ceil(TOP * sorted.length);
        double ofTop =
                Arrays.stream(sorted, sorted.length - top, sorted.length).sum()
                        / Math.max(all, 1e-9);
        double largest = sorted[sorted.length - 1];
        boolean decides = largest > LARGE_SHARE * all || ofTop > LARGE_TOP;
        String sentence =
                String.format(
                        Locale.ROOT,
                        "the largest row is %s, %.1f %% of all; the largest %s together %.1f %%",
                        new Words(file.currency()).money(largest),
                        100 * largest / Math.max(all, 1e-9),
                        CampaignWords.many(top, "row"),
                        100 * ofTop);
        findings.add(
                decides
                        ? Finding.doubt(
                                TOPIC,
                                sentence,
                                "Single rows decide what an arm's average is: look whether they are real, and maybe cap them before the plan.")
                        : Finding.fine(TOPIC, sentence));
    }
}
