package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.ArmBalance;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.Randomisation.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Checks who got which arm. */
public final class Assignment {
    private final CampaignHistory history;

    private Assignment(CampaignHistory history) {
        this.history = history;
    }

    /**
     * Checks a history whose propensities are logged, or the arms' shares: those it takes them for
     * where all rows of an arm have the same.
     */
    public static Randomisation check(CampaignHistory history) {
        return check(history, Shares.areIn(history) ? Source.SHARES : Source.LOGGED);
    }

    /** Checks a history whose propensities come from {@code source}. */
    public static Randomisation check(CampaignHistory history, Source source) {
        Assignment assignment = new Assignment(history);
        return new Randomisation(
                source,
                LeastPropensity.clippedRows(history),
                Double.NaN,
                assignment.arms(),
                Verdict.SOUND,
                List.of());
    }

    private List<ArmBalance> arms() {
        List<ArmBalance> arms = new ArrayList<>();
        for (int arm = 0; arm < history.arms(); arm++) {
            int[] rows = history.rowsOf(arm);
            arms.add(
                    new ArmBalance(
                            history.armName(arm), rows.length, effectiveRows(rows), "", 0, 1));
        }
        return arms;
    }

    private double effectiveRows(int[] rows) {
        double sum = 0;
        double squares = 0;
        for (int row : rows) {
            double weight = history.weight()[row] / history.propensity()[row];
            sum += weight;
            squares += weight * weight;
        }
        return sum * sum / squares;
    }
}
