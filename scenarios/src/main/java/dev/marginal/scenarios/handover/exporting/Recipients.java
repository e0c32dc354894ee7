package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.Send;
import dev.marginal.scenarios.people.AddressBook;
import dev.marginal.scenarios.people.AddressList;
import dev.marginal.scenarios.people.Reach;
import dev.marginal.tables.TableReader;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who of those that a plan sends to may be sent to today, as the contacts file's sources say. */
final class Recipients {
    /** The reason of an address that cannot be written as it is. */
    static final String UNSAFE = "unsafe_address";

    private final SendTable sends;
    private final Exporter exporter;
    private final HandOverSettings settings;
    private final Optional<AddressBook> book;
    private final SortedMap<String, AddressList> addresses;
    private final SortedMap<String, BitSet> duplicates = new TreeMap<>();

    private Recipients(
            SendTable sends,
            Exporter exporter,
            HandOverSettings settings,
            Optional<AddressBook> book,
            SortedMap<String, AddressList> addresses) {
        this.sends = sends;
        this.exporter = exporter;
        this.settings = settings;
        this.book = book;
        this.addresses = addresses;
        book.ifPresent(known -> candidates(known).forEach(this::findDuplicates));
    }

    /** Reads the contacts file's sources; without one, everyone may be sent to. */
    static Recipients read(
            SendTable sends,
            Exporter exporter,
            HandOverSettings settings,
            Optional<ContactsFile> contacts,
            TableReader reader) {
        Optional<AddressBook> book =
                contacts.map(
                        file ->
                                AddressBook.load(
                                        file, sends.customers(), sends.channels(), reader));
        SortedMap<String, AddressList> addresses = new TreeMap<>();
        if (exporter.needsAddress()) {
            contacts.ifPresent(
                    file ->
                            sends.channels().stream()
                                    .filter(channel -> AddressList.knows(file, channel))
                                    .forEach(
                                            channel ->
                                                    addresses.put(
                                                            channel,
                                                            AddressList.load(
                                                                    file,
                                                                    sends.customers(),
                                                                    channel,
                                                                    reader))));
        }
        return new Recipients(sends, exporter, settings, book, addresses);
    }

    /** What was read to know it; empty where the campaign names no contacts file. */
    List<AddressBook.Read> inputs() {
        return book.map(AddressBook::inputs).orElse(List.of());
    }

    /** Whether anything was asked. */
    boolean asked() {
        return book.isPresent();
    }

    /** Why a send must not go out; empty if it may. */
    Optional<String> obstacle(int send) {
        int customer = sends.customer(send);
        String channel = sends.channel(send);
        if (book.isPresent()) {
            Reach reach = book.get().reach(channel);
            if (!reach.address().get(customer)) {
                return Optional.of(NotSent.Code.NO_ADDRESS.word());
            }
            if (!reach.consent().get(customer)) {
                return Optional.of(NotSent.Code.NO_CONSENT.word());
            }
            if (reach.suppressed().get(customer)) {
                return Optional.of(NotSent.Code.SUPPRESSED.word());
            }
            if (duplicates.get(channel).get(customer)) {
                return Optional.of(NotSent.Code.DUPLICATE_ADDRESS.word());
            }
        }
        return exporter.needsAddress() ? obstacleOfAddress(send) : Optional.empty();
    }

    /** The send with all that is known of its customer. */
    Send send(int send) {
        return sends.send(send, zone(sends.customer(send)), address(send));
    }

    private Optional<String> obstacleOfAddress(int send) {
        Optional<String> address = address(send);
        if (address.isEmpty()) {
            return Optional.of(NotSent.Code.NO_ADDRESS.word());
        }
        return exporter.takes(address.get(), settings) ? Optional.empty() : Optional.of(UNSAFE);
    }

    private Optional<String> address(int send) {
        return Optional.ofNullable(addresses.get(sends.channel(send)))
                .flatMap(list -> list.of(sends.customer(send)));
    }

    private Optional<ZoneId> zone(int customer) {
        if (book.isEmpty()) {
            return Optional.empty();
        }
        CustomerZones zones = book.get().zones();
        int code = zones.code()[customer];
        return code < 0 ? Optional.empty() : Optional.of(zones.zones().get(code));
    }

    /** For each channel, the customers who would be sent to. */
    private Map<String, BitSet> candidates(AddressBook known) {
        SortedMap<String, BitSet> candidates = new TreeMap<>();
        sends.channels().forEach(channel -> candidates.put(channel, new BitSet()));
        for (int send = 0; send < sends.sends(); send++) {
            int customer = sends.customer(send);
            if (known.reach(sends.channel(send)).mayReach(customer)) {
                candidates.get(sends.channel(send)).set(customer);
            }
        }
        return candidates;
    }

    private void findDuplicates(String channel, BitSet candidates) {
        duplicates.put(channel, book.orElseThrow().duplicates(channel, candidates));
    }
}
