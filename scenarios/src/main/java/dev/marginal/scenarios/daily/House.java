package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.people.AddressBook;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.TableReader;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the campaigns of a day share: their customers, and how these can be reached.
 *
 * @param crowd all customers
 * @param people how they can be reached; empty where there is no contacts file
 */
record House(Crowd crowd, Optional<AddressBook> people) {
    static House of(List<Valued> campaigns, TableReader reader) {
        Crowd crowd = Crowd.of(campaigns.stream().map(one -> one.audience().ids()).toList());
        Optional<ContactsFile> contacts = campaigns.get(0).file().daily().contacts();
        TreeSet<String> channels = new TreeSet<>();
        campaigns.forEach(one -> channels.addAll(channels(one.file())));
        return new House(
                crowd, contacts.map(file -> AddressBook.load(file, crowd.ids(), channels, reader)));
    }

    CustomerZones zones() {
        return people.map(AddressBook::zones)
                .orElseGet(() -> CustomerZones.unknown(crowd.customers()));
    }

    /**
     * For each channel the customers who stand back so that every address is sent to once: of those
     * whom any of the campaigns may reach, all who share an address but one.
     */
    SortedMap<String, BitSet> standingBack(List<CampaignDay> campaigns) {
        SortedMap<String, BitSet> back = new TreeMap<>();
        if (people.isEmpty()) {
            return back;
        }
        TreeSet<String> channels = new TreeSet<>();
        campaigns.forEach(one -> channels.addAll(channels(one.file())));
        for (String channel : channels) {
            BitSet candidates = new BitSet(crowd.customers());
            campaigns.stream()
                    .filter(one -> channels(one.file()).contains(channel))
                    .forEach(one -> one.addCandidates(people.get().reach(channel), candidates));
            back.put(channel, people.get().duplicates(channel, candidates));
        }
        return back;
    }

    private static TreeSet<String> channels(CampaignFile file) {
        TreeSet<String> channels = new TreeSet<>();
        file.offers().forEach(offer -> channels.add(offer.message().channel()));
        return channels;
    }
}
