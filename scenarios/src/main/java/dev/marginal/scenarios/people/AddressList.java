package dev.marginal.scenarios.people;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.List;
import java.util.Optional;

/** What some customers are sent to over one channel, as it is written. */
public final class AddressList {
    private final IdColumn addresses;
    private final int[] rowOf;

    private AddressList(IdColumn addresses, int[] rowOf) {
        this.addresses = addresses;
        this.rowOf = rowOf;
    }

    /** Whether the contacts file names a column of addresses of a channel. */
    public static boolean knows(ContactsFile contacts, String channel) {
        return contacts.people().stream().anyMatch(all -> all.address().containsKey(channel));
    }

    /**
     * Reads the addresses.
     *
     * @throws IllegalArgumentException if the contacts file names no column of them
     * @throws dev.marginal.tables.BadInput with every problem of the file
     */
    public static AddressList load(
            ContactsFile contacts, IdColumn customers, String channel, TableReader reader) {
        ContactsFile.People people =
                contacts.people()
                        .filter(all -> all.address().containsKey(channel))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "No column of addresses of channel " + channel));
        String column = people.address().get(channel);
        List<Field> fields =
                column.equals(people.customer())
                        ? List.of(Field.uniqueId(column))
                        : List.of(Field.uniqueId(people.customer()), Field.text(column));
        Table table = reader.read(people.source(), Layout.some(fields));
        IdIndex index = new IdIndex(table.column(people.customer(), IdColumn.class));
        int[] rowOf = new int[customers.rows()];
        for (int customer = 0; customer < rowOf.length; customer++) {
            rowOf[customer] = index.find(customers, customer);
        }
        return new AddressList(table.column(column, IdColumn.class), rowOf);
    }

    /** A customer's address, trimmed; empty where there is none. */
    public Optional<String> of(int customer) {
        return rowOf[customer] == IdIndex.ABSENT
                ? Optional.empty()
                : Optional.of(addresses.id(rowOf[customer]).strip())
                        .filter(address -> !Addresses.normalised(address).isEmpty());
    }
}
