package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Propensities;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Randomisation.Source;
import dev.marginal.uplift.propensities.Assignment;
import dev.marginal.uplift.propensities.PropensityModel;

/**
 * A history with the propensities that its campaign file asks for, and what they say of the
 * lottery.
 */
public record Assigned(CampaignHistory history, Randomisation randomisation) {
    /**
     * Estimates propensities where the file asks for that, and checks the lottery.
     *
     * @param settings folds and seed of an estimate
     */
    public static Assigned of(
            CampaignHistory history,
            CampaignFile file,
            LearnerSettings settings,
            Execution execution,
            Progress progress) {
        Propensities propensities = file.history().propensities();
        if (propensities instanceof Propensities.Estimated) {
            progress.begins("Estimating who got which arm from %,d rows".formatted(history.rows()));
            PropensityModel model = new PropensityModel(settings, execution, progress::isAt);
            return checked(model.estimate(history), Source.ESTIMATED, progress);
        }
        boolean logged = propensities instanceof Propensities.Logged;
        return checked(history, logged ? Source.LOGGED : Source.SHARES, progress);
    }

    private static Assigned checked(CampaignHistory history, Source source, Progress progress) {
        progress.begins("Checking who got which arm");
        return new Assigned(history, Assignment.check(history, source));
    }
}
