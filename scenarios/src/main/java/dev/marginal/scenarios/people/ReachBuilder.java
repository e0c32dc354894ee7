package dev.marginal.scenarios.people;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Works out how customers can be reached over one channel. */
final class ReachBuilder {
    private static final int NOBODY = -1;

    private final int customers;
    private final Optional<PeopleTable> people;
    private final List<SuppressionList> lists;
    private final String channel;

    ReachBuilder(
            int customers,
            Optional<PeopleTable> people,
            List<SuppressionList> lists,
            String channel) {
        this.customers = customers;
        this.people = people;
        this.lists = lists.stream().filter(list -> list.speaksOf(channel)).toList();
        this.channel = channel;
    }

    Reach build(IdIndex ids) {
        BitSet suppressed = new BitSet(customers);
        lists.forEach(list -> list.eachCustomer(ids, suppressed::set));
        Optional<IdColumn> written = people.flatMap(table -> table.address(channel));
        if (written.isEmpty()) {
            return new Reach(everyone(), consent(), suppressed, new int[0]);
        }
        BitSet address = new BitSet(customers);
        int[] first = first(written.get(), address, suppressed);
        Reach reach = new Reach(address, consent(), suppressed, first);
        reach.addSharers(suppressed);
        return reach;
    }

    /** Reads each customer's address; those on lists are suppressed. */
    private int[] first(IdColumn written, BitSet address, BitSet suppressed) {
        IdColumn.Builder normalised = new IdColumn.Builder(channel);
        int[] owners = new int[customers];
        int known = 0;
        for (int customer = 0; customer < customers; customer++) {
            String text = normalised(written, people.orElseThrow().rowOf()[customer]);
            if (!text.isEmpty()) {
                normalised.add(text);
                owners[known++] = customer;
                address.set(customer);
            }
        }
        IdColumn addresses = normalised.build();
        IdIndex index = new IdIndex(addresses);
        lists.forEach(list -> list.eachAddress(index, place -> suppressed.set(owners[place])));
        return first(addresses, index, owners);
    }

    private static String normalised(IdColumn written, int row) {
        return row == IdIndex.ABSENT ? "" : Addresses.normalised(written.id(row));
    }

    private int[] first(IdColumn addresses, IdIndex index, int[] owners) {
        int[] first = new int[customers];
        Arrays.fill(first, NOBODY);
        for (int i = 0; i < addresses.rows(); i++) {
            first[owners[i]] = owners[index.find(addresses, i)];
        }
        return first;
    }

    private BitSet consent() {
        Optional<CategoryColumn> answers = people.flatMap(table -> table.consent(channel));
        if (answers.isEmpty()) {
            return everyone();
        }
        CategoryColumn column = answers.get();
        boolean[] agreed = new boolean[column.words().size()];
        for (int word = 0; word < agreed.length; word++) {
            agreed[word] = ConsentWords.agreed(column.words().get(word));
        }
        BitSet consent = new BitSet(customers);
        int[] rowOf = people.orElseThrow().rowOf();
        for (int customer = 0; customer < customers; customer++) {
            int row = rowOf[customer];
            int word = row == IdIndex.ABSENT ? CategoryColumn.MISSING : column.codes()[row];
            consent.set(customer, word != CategoryColumn.MISSING && agreed[word]);
        }
        return consent;
    }

    private BitSet everyone() {
        BitSet everyone = new BitSet(customers);
        everyone.set(0, customers);
        return everyone;
    }
}
