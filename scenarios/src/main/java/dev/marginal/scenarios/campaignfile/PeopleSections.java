package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.tables.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where customers' zones, addresses and consents are, and who is never sent anything.
 *
 * @param folder that file names start from
 */
record PeopleSections(Section root, Path folder) {
    private static final String PEOPLE =
            "customers: {file: contacts.csv, customer: customer_id, time_zone: tz}";

    Optional<ContactsFile.People> people() {
        if (!root.has("customers")) {
            return Optional.empty();
        }
        Section section = root.section("customers", PEOPLE);
        Source source = TableSections.source(section, "contacts", folder);
        String customer = section.text("customer", "customer: customer_id");
        Optional<String> timeZone = section.optionalText("time_zone");
        SortedMap<String, String> address = columns(section, "address", "address: {email: email}");
        SortedMap<String, String> consent = columns(section, "consent", "consent: {push: push_ok}");
        section.noOtherKeys();
        return customer.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new ContactsFile.People(source, customer, timeZone, address, consent));
    }

    /** A column for each channel. */
    private static SortedMap<String, String> columns(Section section, String key, String example) {
        SortedMap<String, String> columns = new TreeMap<>();
        if (section.has(key)) {
            Section inner = section.section(key, example);
            inner.keys().forEach(channel -> columns.put(channel, inner.text(channel, example)));
        }
        return columns;
    }

    List<ContactsFile.Suppression> suppressed() {
        List<ContactsFile.Suppression> lists = new ArrayList<>();
        String example = "{file: suppressed.csv, address: email, channels: [email]}";
        for (Section section : root.sections("suppressed", example)) {
            Source source = TableSections.source(section, "suppressed", folder);
            Optional<String> customer = section.optionalText("customer");
            Optional<String> address = section.optionalText("address");
            List<String> channels = ContactWords.oneOrMany(section, "channel", "channels");
            section.noOtherKeys();
            if (!section.has("customer") && !section.has("address")) {
                section.missing("customer", "customer: customer_id, or address: email");
            }
            lists.add(new ContactsFile.Suppression(source, customer, address, channels));
        }
        return lists;
    }
}
