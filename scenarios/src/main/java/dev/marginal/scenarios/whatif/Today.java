package dev.marginal.scenarios.whatif;

import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.planning.OpenDay;

/** A day on which a campaign is planned, as far as its scenarios ask. */
@FunctionalInterface
public interface Today {
    /**
     * What the day leaves open.
     *
     * @param daily who may be contacted and how often, as the campaign's file or a scenario has it
     */
    OpenDay under(Daily daily);
}
