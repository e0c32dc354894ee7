package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Propensities;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.uplift.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arms of a history, the control first.
 *
 * @param treatments the other arms, in the order of their words
 * @param ofRows the number of each row's arm
 */
record HistoryArms(CampaignFile file, List<String> treatments, int[] ofRows) {
    /**
     * The arms that a column tells.
     *
     * @throws BadInput if they are not those that the file speaks of, or an arm has too few rows
     */
    static HistoryArms of(CampaignFile file, CategoryColumn column) {
        new ArmProblems(file, column).throwIfAny();
        String control = file.history().control();
        List<String> treatments =
                column.words().stream().filter(word -> !word.equals(control)).toList();
        int[] ofCode =
                column.words().stream().mapToInt(word -> treatments.indexOf(word) + 1).toArray();
        int[] ofRows = IntStream.of(column.codes()).map(code -> ofCode[code]).toArray();
        return new HistoryArms(file, treatments, ofRows);
    }

    /** The share of each row's arm: the stated one, else that of the rows. */
    double[] shares() {
        double[] share = new double[treatments.size() + 1];
        if (file.history().propensities() instanceof Propensities.Stated stated) {
            for (int arm = 0; arm < share.length; arm++) {
                share[arm] = stated.shares().get(word(arm));
            }
        } else {
            IntStream.of(ofRows).forEach(arm -> share[arm]++);
            IntStream.range(0, share.length).forEach(arm -> share[arm] /= ofRows.length);
        }
        return Arrays.stream(ofRows).mapToDouble(arm -> share[arm]).toArray();
    }

    /** The tier of each treatment: that of its offers. */
    List<Tier> tiers() {
        return treatments.stream().map(this::tier).toList();
    }

    private Tier tier(String treatment) {
        return file.offers().stream()
                .filter(offer -> offer.treatment().equals(treatment))
                .flatMap(offer -> offer.tier().stream())
                .findFirst()
                .orElse(Tier.alone(treatment));
    }

    private String word(int arm) {
        return arm == 0 ? file.history().control() : treatments.get(arm - 1);
    }
}
