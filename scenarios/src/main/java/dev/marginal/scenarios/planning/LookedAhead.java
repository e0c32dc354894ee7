package dev.marginal.scenarios.planning;

import dev.marginal.tables.Requires;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day's plan knew of later days, and left for them.
 *
 * @param until the last day in view
 * @param campaigns those that run on later days in view
 * @param together whether today was planned together with them; where no plan of all days keeps
 *     every rule, today was planned alone
 * @param kept contacts of this campaign's audience that are left for later
 * @param prices of the plan of all days by limit, where tomorrow's search begins; those that are
 *     not zero
 */
public record LookedAhead(
        LocalDate until,
        List<String> campaigns,
        boolean together,
        List<Kept> kept,
        SortedMap<String, Double> prices) {
    public LookedAhead {
        campaigns = List.copyOf(campaigns);
        kept = List.copyOf(kept);
        prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }

    /**
     * Contacts kept for one campaign.
     *
     * @param campaign whose later message they are kept for
     * @param customers how many
     * @param expected what those messages are expected to add, in currency
     */
    public record Kept(String campaign, long customers, double expected) {
        public Kept {
            Requires.text(campaign, "campaign");
            Requires.notNegative(customers, "customers");
        }
    }
}
