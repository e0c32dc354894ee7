package dev.marginal.scenarios.people;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of people, as far as it was asked for.
 *
 * @param rowOf {@code [customer]}: the customer's row, or −1
 */
record PeopleTable(ContactsFile.People columns, Table table, int[] rowOf) {
    private static final List<String> EXAMPLES =
            List.of("UTC", "Europe/London", "America/New_York", "Asia/Singapore");

    /** Reads the table; whatever is wrong with it is told at once. */
    static PeopleTable read(
            ContactsFile contacts,
            ContactsFile.People columns,
            Collection<String> channels,
            IdColumn customers,
            TableReader reader) {
        Table table =
                reader.read(columns.source(), Layout.some(fields(contacts, columns, channels)));
        IdColumn ids = table.column(columns.customer(), IdColumn.class);
        IdIndex index = new IdIndex(ids);
        int[] rowOf = new int[customers.rows()];
        for (int customer = 0; customer < rowOf.length; customer++) {
            rowOf[customer] = index.find(customers, customer);
        }
        return new PeopleTable(columns, table, rowOf);
    }

    Optional<CategoryColumn> timeZone() {
        return columns.timeZone().map(name -> table.column(name, CategoryColumn.class));
    }

    Optional<IdColumn> address(String channel) {
        return Optional.ofNullable(columns.address().get(channel))
                .map(name -> table.column(name, IdColumn.class));
    }

    Optional<CategoryColumn> consent(String channel) {
        return Optional.ofNullable(columns.consent().get(channel))
                .map(name -> table.column(name, CategoryColumn.class));
    }

    private static List<Field> fields(
            ContactsFile contacts, ContactsFile.People columns, Collection<String> channels) {
        Map<String, Field> fields = new LinkedHashMap<>();
        List<Field> asked =
                Stream.of(
                                Stream.of(Field.uniqueId(columns.customer())),
                                columns.timeZone().stream()
                                        .map(name -> Field.maybeOneOf(name, timeZones())),
                                named(columns.address(), channels).map(Field::text),
                                named(columns.consent(), channels)
                                        .map(name -> Field.maybeOneOf(name, ConsentWords.all())))
                        .flatMap(some -> some)
                        .toList();
        for (Field field : asked) {
            Field other = fields.putIfAbsent(field.name(), field);
            if (other != null && other.kind() != field.kind()) {
                throw clash(contacts, field);
            }
        }
        return List.copyOf(fields.values());
    }

    private static Stream<String> named(Map<String, String> columns, Collection<String> channels) {
        return channels.stream().map(columns::get).filter(name -> name != null).distinct();
    }

    private static BadInput clash(ContactsFile contacts, Field field) {
        return new BadInput(
                new Problem(
                        contacts.path().getFileName().toString(),
                        0,
                        "customers: column",
                        field.name(),
                        "must have one meaning, not that of an id or address and of a word",
                        "Give consents and time zones columns of their own."));
    }

    /** Every time zone by its name, well-known ones first. */
    private static List<String> timeZones() {
        return Stream.concat(EXAMPLES.stream(), ZoneId.getAvailableZoneIds().stream().sorted())
                .distinct()
                .toList();
    }
}
