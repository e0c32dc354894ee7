package dev.marginal.scenarios;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.Zone;
import dev.marginal.scenarios.holdout.Exploration;
import dev.marginal.scenarios.holdout.Holdout;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** How many days the plan of a day has in view, itself included. */
    public int lookAhead() {
        return contacts.map(ContactsFile::lookAhead).orElse(1);
    }

    /** Whether the campaign runs on a day; one without a flight does on whatever day is planned. */
    public boolean runsOn(LocalDate day) {
        return flight.isEmpty() || flight.get().includes(day);
    }

    /**
     * Whether the campaign does not yet run on a day, but begins within the days in view from it.
     */
    public boolean comesInView(LocalDate day) {
        return flight.isPresent()
                && flight.get().from().isAfter(day)
                && flight.get().from().isBefore(day.plusDays(lookAhead()));
    }

    /** The same in a house with another contacts file. */
    public Daily with(Optional<ContactsFile> other) {
        return new Daily(other, caps, holdout, exploration, flight);
    }

    /** The same with another holdout of its own. */
    public Daily with(Holdout other) {
        return new Daily(contacts, caps, Optional.of(other), exploration, flight);
    }

    /** Who is held out: the house's holdout, then the campaign's own. */
    public List<Holdout> holdouts() {
        return Stream.of(contacts.flatMap(ContactsFile::holdout), holdout)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * When and how often customers may be contacted.
     *
     * @param zone of a campaign without a house
     */
    public ContactPolicy policy(ZoneId zone) {
        return contacts.map(ContactsFile::policy)
                .orElseGet(() -> ContactPolicy.free(new Zone.Fixed(zone)));
    }

    /** The house's caps and the campaign's own. */
    public List<ContactCap> allCaps() {
        return Stream.concat(houseCaps().stream(), caps.stream()).toList();
    }

    private List<ContactCap> houseCaps() {
        return contacts.map(file -> file.policy().caps()).orElse(List.of());
    }

    /** The same with one cap more, which is the campaign's own. */
    public Daily with(ContactCap cap) {
        return new Daily(
                contacts,
                Stream.concat(caps.stream(), Stream.of(cap)).toList(),
                holdout,
                exploration,
                flight);
    }

    /**
     * The same with every cap changed, whosever it is.
     *
     * @param change empty for a cap that falls away
     */
    public Daily withCaps(Function<ContactCap, Optional<ContactCap>> change) {
        return new Daily(
                contacts.map(file -> file.withCaps(changed(file.policy().caps(), change))),
                changed(caps, change),
                holdout,
                exploration,
                flight);
    }

    private static List<ContactCap> changed(
            List<ContactCap> caps, Function<ContactCap, Optional<ContactCap>> change) {
        return caps.stream().map(change).flatMap(Optional::stream).toList();
    }
}
