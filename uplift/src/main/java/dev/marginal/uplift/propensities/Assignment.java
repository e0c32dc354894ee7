package dev.marginal.uplift.propensities;

import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.ArmBalance;
import dev.marginal.uplift.Randomisation.Source;
import java.util.List;

/**
 * Checks who got which arm: whether the arms are as large as their propensities say (sample ratio),
 * and whether, weighted by propensity, each arm's customers are like all customers (balance).
 *
 * <p>Broken: a sample ratio less probable than 0.0005, or an arm that differs by 0.05 standard
 * deviations or more with probability below 0.001. Doubtful: the same below 0.01, whatever the
 * difference; an arm whose effective customers are less than a quarter of its customers; or more
 * than 1 % of the rows clipped. Estimated propensities are never exact, so that with them only
 * differences of 0.1 are doubtful, and of 0.2 broken; sizes are not tested. In planted worlds a
 * sound lottery is called doubtful 11 times in a thousand (3,000 histories of 1,000 rows) and
 * broken less than once; with logged propensities that go down to 0.017, 35 times on 1,000 rows and
 * 22 on 5,000, and broken five times.
 */
public final class Assignment {
    private Assignment() {}

    /**
     * Checks a history whose propensities are logged, or the arms' shares: those it takes them for
     * where all rows of an arm have the same.
     */
    public static Randomisation check(CampaignHistory history) {
        return check(history, Shares.areIn(history) ? Source.SHARES : Source.LOGGED);
    }

    /**
     * Checks a history whose propensities come from {@code source}; shares that are not just those
     * of the rows are taken for stated ones.
     */
    public static Randomisation check(CampaignHistory history, Source source) {
        CustomerSums customers = CustomerSums.of(history.group());
        double ratio = new SampleRatio(history, customers, source).probability();
        List<ArmBalance> arms = new Balance(history, customers).arms();
        int clipped = LeastPropensity.clippedRows(history);
        Findings findings = new Findings(source);
        findings.sampleRatio(ratio);
        arms.forEach(findings::balance);
        for (int arm = 0; arm < arms.size(); arm++) {
            findings.effectiveRows(arms.get(arm), customersOf(arm, history, customers));
        }
        findings.clippedRows(clipped, history.rows());
        return new Randomisation(
                source, clipped, ratio, arms, findings.verdict(), findings.sentences());
    }

    private static double customersOf(int arm, CampaignHistory history, CustomerSums customers) {
        boolean[] there = new boolean[customers.count()];
        int count = 0;
        for (int row : history.rowsOf(arm)) {
            count += there[customers.ofRow()[row]] ? 0 : 1;
            there[customers.ofRow()[row]] = true;
        }
        return count;
    }
}
