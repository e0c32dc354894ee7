package dev.marginal.scenarios;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Source;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code contacts.yml} says, which all campaigns of a house share: who may be contacted, when
 * and how often.
 *
 * @param path where the file is
 * @param policy caps, send times and quiet hours
 * @param people where customers' zones, addresses and consents are
 * @param suppressed lists of customers or addresses that are never sent anything
 * @param holdout who is held out of all campaigns
 * @param lookAhead how many days a day's plan has in view, itself included; 1 where each day is
 *     planned alone
 */
public record ContactsFile(
        Path path,
        ContactPolicy policy,
        Optional<People> people,
        List<Suppression> suppressed,
        Optional<Holdout> holdout,
        int lookAhead) {
    public ContactsFile {
        Requires.positive(lookAhead, "days to look ahead");
        suppressed = List.copyOf(suppressed);
    }

    /** The same with other caps. */
    public ContactsFile withCaps(List<ContactCap> caps) {
        ContactPolicy other =
                new ContactPolicy(
                        caps,
                        policy.sendTimes(),
                        policy.quietHours(),
                        policy.zone(),
                        policy.expiresAfter());
        return new ContactsFile(path, other, people, suppressed, holdout, lookAhead);
    }

    /**
     * A table of customers.
     *
     * @param customer the column of their ids, each of which stands once
     * @param timeZone the column of their time zones, such as {@code Asia/Singapore}
     * @param address for a channel, the column of what it is sent to
     * @param consent for a channel, the column that says whether the customer agreed
     */
    public record People(
            Source source,
            String customer,
            Optional<String> timeZone,
            SortedMap<String, String> address,
            SortedMap<String, String> consent) {
        public People {
            Requires.text(customer, "customer");
            address = Collections.unmodifiableSortedMap(new TreeMap<>(address));
            consent = Collections.unmodifiableSortedMap(new TreeMap<>(consent));
        }
    }

    /**
     * A list of those who are never sent anything.
     *
     * @param customer the column of customers' ids, if it has one
     * @param address the column of addresses, of whatever channel, if it has one
     * @param channels that it speaks of; empty for any
     */
    public record Suppression(
            Source source,
            Optional<String> customer,
            Optional<String> address,
            List<String> channels) {
        public Suppression {
            channels = List.copyOf(channels);
        }
    }
}
