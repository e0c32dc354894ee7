package dev.marginal.scenarios.whatif;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.Objective;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All of a brief that changes values, costs, or who may get what: briefs with equal keys share a
 * book.
 */
record BookKey(
        List<CampaignOffer> offers,
        Objective objective,
        Set<String> closed,
        List<Brief.Group> groups,
        double heldOut,
        Optional<Path> churn,
        double doubt,
        Daily daily) {
    static BookKey of(Brief brief) {
        return new BookKey(
                brief.file().offers(),
                brief.file().objective(),
                brief.closed(),
                brief.groups(),
                brief.heldOut(),
                brief.churn().map(Brief.Churn::plan),
                brief.doubt(),
                brief.file().daily());
    }

    /** Whether offers are worth and cost what they do in a campaign. */
    boolean valuesAs(BookKey other) {
        return offers.equals(other.offers)
                && objective.equals(other.objective)
                && doubt == other.doubt;
    }
}
