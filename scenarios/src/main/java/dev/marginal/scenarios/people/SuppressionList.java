package dev.marginal.scenarios.people;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** One list of those who are never sent anything, read. */
record SuppressionList(ContactsFile.Suppression spec, Table table) {
    static SuppressionList read(ContactsFile.Suppression spec, TableReader reader) {
        Map<String, Field> fields = new LinkedHashMap<>();
        spec.customer().ifPresent(name -> fields.put(name, Field.text(name)));
        spec.address().ifPresent(name -> fields.put(name, Field.text(name)));
        return new SuppressionList(
                spec, reader.read(spec.source(), Layout.some(List.copyOf(fields.values()))));
    }

    boolean speaksOf(String channel) {
        return spec.channels().isEmpty() || spec.channels().contains(channel);
    }

    /** Tells the number of each customer whose id is on the list. */
    void eachCustomer(IdIndex customers, IntConsumer found) {
        spec.customer()
                .ifPresent(name -> each(table.column(name, IdColumn.class), customers, found));
    }

    /** Tells the number of each address on the list that is among {@code addresses}. */
    void eachAddress(IdIndex addresses, IntConsumer found) {
        spec.address().ifPresent(name -> each(normalised(name), addresses, found));
    }

    private IdColumn normalised(String name) {
        IdColumn written = table.column(name, IdColumn.class);
        IdColumn.Builder builder = new IdColumn.Builder(name);
        for (int row = 0; row < written.rows(); row++) {
            builder.add(Addresses.normalised(written.id(row)));
        }
        return builder.build();
    }

    private static void each(IdColumn listed, IdIndex among, IntConsumer found) {
        for (int row = 0; row < listed.rows(); row++) {
            int place = listed.isEmpty(row) ? IdIndex.ABSENT : among.find(listed, row);
            if (place != IdIndex.ABSENT) {
                found.accept(place);
            }
        }
    }
}
