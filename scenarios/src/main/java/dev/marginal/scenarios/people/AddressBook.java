package dev.marginal.scenarios.people;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/**
 * How some customers can be reached: their time zones, and for every channel whether they have an
 * address, agreed, or are suppressed, and with whom they share the address. Addresses themselves
 * are not kept.
 *
 * <p>Customers who are not in the table of people have no address and did not agree wherever the
 * contacts file names a column for these. A suppressed customer's address is suppressed for all who
 * share it.
 */
public final class AddressBook {
    private final IdColumn customers;
    private final CustomerZones zones;
    private final SortedMap<String, Reach> reach;
    private final List<Read> inputs;

    private AddressBook(
            IdColumn customers,
            CustomerZones zones,
            SortedMap<String, Reach> reach,
            List<Read> inputs) {
        this.customers = customers;
        this.zones = zones;
        this.reach = reach;
        this.inputs = List.copyOf(inputs);
    }

    /** What was read: equal fingerprints, equal contents. */
    public record Read(String source, int rows, String fingerprint) {
        private static Read of(Table table) {
            return new Read(table.origin(), table.rows(), Fingerprint.of(table));
        }
    }

    /**
     * Reads how {@code customers} can be reached.
     *
     * @param channels those that will be asked about; those that the contacts file names are read
     *     in any case, since whoever shares an address is one person on every channel
     * @throws dev.marginal.tables.BadInput with every problem of a file; a time zone or an answer
     *     that is not known is one
     */
    public static AddressBook load(
            ContactsFile contacts,
            IdColumn customers,
            Collection<String> channels,
            TableReader reader) {
        TreeSet<String> all = new TreeSet<>(channels);
        contacts.people().ifPresent(people -> all.addAll(people.address().keySet()));
        Optional<PeopleTable> people =
                contacts.people()
                        .map(named -> PeopleTable.read(contacts, named, all, customers, reader));
        List<SuppressionList> lists =
                contacts.suppressed().stream()
                        .map(list -> SuppressionList.read(list, reader))
                        .toList();
        IdIndex ids = new IdIndex(customers);
        SortedMap<String, Reach> reach = new TreeMap<>();
        all.forEach(
                channel ->
                        reach.put(
                                channel,
                                new ReachBuilder(customers.rows(), people, lists, channel)
                                        .build(ids)));
        return new AddressBook(
                customers, zones(people, customers.rows()), reach, inputs(people, lists));
    }

    /** The customers' time zones. */
    public CustomerZones zones() {
        return zones;
    }

    /**
     * How the customers can be reached over a channel.
     *
     * @throws IllegalArgumentException if the channel was not asked for
     */
    public Reach reach(String channel) {
        Reach found = reach.get(channel);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Channel %s is none of %s.".formatted(channel, reach.keySet()));
        }
        return found;
    }

    /** What was read: the table of people, then the suppression lists in their order. */
    public List<Read> inputs() {
        return inputs;
    }

    /**
     * These customers and everyone who shares an address with one of them over any channel, and so
     * on: those who must be held out so that nobody held out is sent anything under another id.
     */
    public BitSet withSharers(BitSet some) {
        BitSet all = (BitSet) some.clone();
        int before;
        do {
            before = all.cardinality();
            reach.values().forEach(channel -> channel.addSharers(all));
        } while (all.cardinality() > before);
        return all;
    }

    /**
     * Those of {@code candidates} who stand back so that every address is sent to once over a
     * channel: all who share one but the customer with the smallest id.
     */
    public BitSet duplicates(String channel, BitSet candidates) {
        return duplicates(channel, candidates, customer -> 0);
    }

    /** The same where the customer of most worth is chosen; of equals, the smallest id. */
    public BitSet duplicates(String channel, BitSet candidates, IntToDoubleFunction worth) {
        return new Twins(customers, reach(channel).first(), worth).standingBack(candidates);
    }

    private static CustomerZones zones(Optional<PeopleTable> people, int customers) {
        Optional<CategoryColumn> column = people.flatMap(PeopleTable::timeZone);
        if (column.isEmpty()) {
            return CustomerZones.unknown(customers);
        }
        short[] code = new short[customers];
        for (int customer = 0; customer < customers; customer++) {
            int row = people.get().rowOf()[customer];
            code[customer] = (short) (row == IdIndex.ABSENT ? -1 : column.get().codes()[row]);
        }
        return new CustomerZones(column.get().words().stream().map(ZoneId::of).toList(), code);
    }

    private static List<Read> inputs(Optional<PeopleTable> people, List<SuppressionList> lists) {
        List<Read> inputs = new ArrayList<>();
        people.ifPresent(table -> inputs.add(Read.of(table.table())));
        lists.forEach(list -> inputs.add(Read.of(list.table())));
        return inputs;
    }
}
