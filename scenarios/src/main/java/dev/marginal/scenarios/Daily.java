package dev.marginal.scenarios;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.holdout.Exploration;
import dev.marginal.scenarios.holdout.Holdout;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign file says about planning day after day.
 *
 * @param contacts what all campaigns share
 * @param caps this campaign's own: its sends obey them, whatever was sent counts
 * @param holdout who is held out of this campaign
 * @param exploration who is sent something at random
 * @param flight the days that the budget lasts; a campaign without is planned for one day
 */
public record Daily(
        Optional<ContactsFile> contacts,
        List<ContactCap> caps,
        Optional<Holdout> holdout,
        Optional<Exploration> exploration,
        Optional<Flight> flight) {
    /** One day that knows of no other. */
    public static final Daily ALONE =
            new Daily(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Daily {
        caps = List.copyOf(caps);
    }
}
