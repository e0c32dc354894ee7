package dev.marginal.scenarios.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.Zone;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five customers, and who can reach them. */
class AddressBookTest {
    private static final IdColumn CUSTOMERS =
            IdColumn.of("customer", List.of("e", "d", "c", "b", "a"));
    private static final String PEOPLE =
            """
            id,tz,mail,mail_ok,phone,vip
            a,Asia/Singapore,Ann@Example.com ,yes,+65 9123 4567,1
            b,,ann@example.com,Subscribed,,0
            c,Europe/Paris,,1,(0065) 9123-4567,0
            d,Asia/Singapore,dan@example.com,UNSUBSCRIBED,555,1
            x,UTC,dan@example.com,no,,1
            """;

    @TempDir Path folder;

    private final List<ContactsFile.Suppression> suppressed = new ArrayList<>();

    @Test
    void zones_follow_the_customers_and_are_unknown_where_empty_or_absent() throws IOException {
        AddressBook book = book(PEOPLE);

        assertThat(book.zones().zones())
                .contains(ZoneId.of("Asia/Singapore"), ZoneId.of("Europe/Paris"));
        assertThat(zones(book))
                .containsExactly("", "Asia/Singapore", "Europe/Paris", "", "Asia/Singapore");
    }

    @Test
    void whoever_is_not_in_the_table_has_neither_address_nor_consent() throws IOException {
        Reach email = book(PEOPLE).reach("email");

        assertThat(ids(email.address())).containsExactly("d", "b", "a");
        assertThat(ids(email.consent())).containsExactly("c", "b", "a");
        assertThat(email.mayReach(0)).isFalse();
        assertThat(email.mayReach(3)).isTrue();
    }

    @Test
    void a_channel_of_which_nothing_is_said_reaches_everyone() throws IOException {
        Reach push = book(PEOPLE).reach("push");

        assertThat(push.address().cardinality()).isEqualTo(5);
        assertThat(push.consent().cardinality()).isEqualTo(5);
        assertThat(push.sharing()).isZero();
        assertThatThrownBy(() -> book(PEOPLE).reach("fax"))
                .hasMessage("Channel fax is none of [email, push, sms].");
    }

    @Test
    void an_address_is_sent_to_once_whoever_spells_it() throws IOException {
        AddressBook book = book(PEOPLE);
        BitSet everyone = bits(0, 1, 2, 3, 4);

        assertThat(book.reach("email").sharing()).isEqualTo(2);
        assertThat(ids(book.duplicates("email", everyone))).containsExactly("b");
        assertThat(ids(book.duplicates("sms", everyone))).containsExactly("c");
        assertThat(ids(book.duplicates("email", bits(0, 1, 2, 3)))).isEmpty();
        assertThat(book.duplicates("push", everyone).isEmpty()).isTrue();
        assertThat(ids(book.duplicates("email", everyone, customer -> customer == 3 ? 2.5 : 1)))
                .containsExactly("a");
    }

    @Test
    void whoever_shares_an_address_with_someone_held_out_is_held_out_too() throws IOException {
        AddressBook book = book(PEOPLE);

        assertThat(ids(book.withSharers(bits(3)))).containsExactly("c", "b", "a");
        assertThat(ids(book.withSharers(bits(1)))).containsExactly("d");
    }

    @Test
    void a_suppression_list_speaks_of_ids_and_of_addresses_in_any_spelling() throws IOException {
        suppress("bounced.csv", "mail,why\n DAN@example.com,bounce\nother@x.y,\n", null, "mail");
        suppress("left.csv", "id\nc\nnobody\n", "id", null, "sms");

        AddressBook book = book(PEOPLE);

        assertThat(ids(book.reach("email").suppressed())).containsExactly("d");
        assertThat(ids(book.reach("sms").suppressed())).containsExactly("c", "a");
        assertThat(ids(book.reach("push").suppressed())).isEmpty();
    }

    @Test
    void an_empty_suppression_list_suppresses_nobody() throws IOException {
        suppress("nobody.csv", "id,mail\n", "id", "mail");

        AddressBook book = book(PEOPLE);

        assertThat(book.reach("email").suppressed().isEmpty()).isTrue();
        assertThat(book.inputs()).extracting(AddressBook.Read::rows).containsExactly(5, 0);
    }

    @Test
    void equal_files_have_equal_fingerprints_and_a_changed_consent_another() throws IOException {
        String before = book(PEOPLE).inputs().get(0).fingerprint();

        assertThat(book(PEOPLE).inputs().get(0).fingerprint()).isEqualTo(before);
        assertThat(book(PEOPLE.replace("Subscribed", "no")).inputs().get(0).fingerprint())
                .isNotEqualTo(before);
    }

    @Test
    void every_problem_of_the_people_is_told_with_its_line() {
        String people =
                PEOPLE.replace("Europe/Paris", "Europe/Pari")
                        .replace("Subscribed", "suscribed")
                        .replace("x,UTC", "a,UTC");

        assertThatThrownBy(() -> book(people))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("3 problems")
                .hasMessageContaining(
                        "line 3: mail_ok (suscribed) must be one of yes, no, true, false, 1, 0, subscribed, unsubscribed,")
                .hasMessageContaining("Did you mean 'subscribed'?")
                .hasMessageContaining("line 4: tz (Europe/Pari) must be one of UTC, Europe/London,")
                .hasMessageContaining("Did you mean 'Europe/Paris'?")
                .hasMessageContaining(
                        "line 6: id (a) must stand only once. It stands in line 2 too.");
    }

    @Test
    void a_column_that_is_not_there_is_told_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> book(PEOPLE.replace("mail_ok", "mail_okay")))
                .hasMessage(
                        "people.csv line 1: column (mail_ok) must be there. Did you mean 'mail_okay'?");
    }

    @Test
    void a_column_cannot_be_address_and_consent_at_once() throws IOException {
        Files.writeString(folder.resolve("people.csv"), PEOPLE);
        ContactsFile contacts = contacts(Map.of("email", "mail"), Map.of("email", "mail"));

        assertThatThrownBy(() -> load(contacts))
                .hasMessageStartingWith(
                        "contacts.yml: customers: column (mail) must have one meaning");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "' Ann@Example.COM ', ann@example.com",
        "'+65 9123-4567', 6591234567",
        "(0065) 9123 4567, 6591234567",
        "007, 007",
        "'-', ''",
        "'  ', ''",
        "Token-Ab1, Token-Ab1"
    })
    void addresses_have_one_spelling(String written, String normalised) {
        assertThat(Addresses.normalised(written)).isEqualTo(normalised);
    }

    private AddressBook book(String people) throws IOException {
        Files.writeString(folder.resolve("people.csv"), people);
        return load(contacts(Map.of("email", "mail", "sms", "phone"), Map.of("email", "mail_ok")));
    }

    private static AddressBook load(ContactsFile contacts) {
        return AddressBook.load(contacts, CUSTOMERS, List.of("email", "push"), new DuckDbReader());
    }

    private ContactsFile contacts(Map<String, String> address, Map<String, String> consent) {
        ContactsFile.People people =
                new ContactsFile.People(
                        new Source.Files(folder, "people.csv"),
                        "id",
                        Optional.of("tz"),
                        new TreeMap<>(address),
                        new TreeMap<>(consent));
        return new ContactsFile(
                folder.resolve("contacts.yml"),
                ContactPolicy.free(new Zone.Customers(ZoneId.of("UTC"))),
                Optional.of(people),
                suppressed,
                Optional.empty(),
                1);
    }

    private void suppress(
            String file, String text, String customer, String address, String... channels)
            throws IOException {
        Files.writeString(folder.resolve(file), text);
        suppressed.add(
                new ContactsFile.Suppression(
                        new Source.Files(folder, file),
                        Optional.ofNullable(customer),
                        Optional.ofNullable(address),
                        List.of(channels)));
    }

    private static List<String> ids(BitSet customers) {
        return customers.stream().mapToObj(CUSTOMERS::id).toList();
    }

    private static BitSet bits(int... customers) {
        BitSet bits = new BitSet();
        for (int customer : customers) {
            bits.set(customer);
        }
        return bits;
    }

    private static List<String> zones(AddressBook book) {
        List<String> zones = new ArrayList<>();
        for (short code : book.zones().code()) {
            zones.add(code < 0 ? "" : book.zones().zones().get(code).getId());
        }
        return zones;
    }
}
