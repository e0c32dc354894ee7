package dev.marginal.scenarios.days;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What contact caps say about today and the days ahead together.
 *
 * <p>A window of D days that ends in a block before day D began before today: what is sent from
 * today up to the end of the block shares what earlier sends left of it. From day D on, each block
 * has whole windows of its own. Windows that reach from one into the other are left out, so that
 * all that stands here is nested or disjoint for one cap: the days ahead get a little more room
 * than they will have, today never does.
 */
final class CapSlots {
    private final OfferBook today;
    private final List<DaysAhead> ahead;
    private final List<Segmentation> columns = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    CapSlots(OfferBook today, List<DaysAhead> ahead, List<CapAhead> caps) {
        this.today = today;
        this.ahead = ahead;
        caps.forEach(this::add);
    }

    /** A column for each cap and block that earlier sends matter to. */
    List<Segmentation> columns() {
        return columns;
    }

    /** The caps as personal limits of the joint book. */
    List<Limit> limits() {
        return limits;
    }

    private void add(CapAhead cap) {
        long own = Terms.of(today).offersIn(cap.scope()).bits();
        long sofar = own;
        addLeft(cap, 0, sofar);
        for (int block = 1; block <= ahead.size(); block++) {
            DaysAhead days = ahead.get(block - 1);
            long offers = own << block * today.offers().size();
            sofar |= offers;
            if (days.last() < cap.days()) {
                addLeft(cap, block, sofar);
            } else {
                int windows = (days.days() + cap.days() - 1) / cap.days();
                limits.add(
                        Limit.personal(
                                cap.cap() + ", block " + block,
                                new OfferSet(offers),
                                cap.atMost() * windows));
            }
        }
    }

    private void addLeft(CapAhead cap, int block, long offers) {
        byte[] left = cap.left()[block];
        Requires.require(
                left.length == today.customers(),
                "customers of " + cap.cap(),
                left.length,
                today.customers() + "");
        String column = "left of %s, block %d".formatted(cap.cap(), block);
        TreeSet<Integer> values = new TreeSet<>();
        for (byte one : left) {
            values.add((int) one);
        }
        List<Integer> distinct = List.copyOf(values);
        int[] number = new int[Byte.MAX_VALUE + 1];
        IntStream.range(0, distinct.size()).forEach(code -> number[distinct.get(code)] = code);
        int[] code = IntStream.range(0, left.length).map(one -> number[left[one]]).toArray();
        List<String> names = distinct.stream().map(String::valueOf).toList();
        columns.add(new Segmentation(column, names, code));
        for (int most : distinct) {
            Segment where = Segment.of(column, most + "");
            String name = "%s, %d left by block %d".formatted(cap.cap(), most, block);
            limits.add(Limit.personal(name, new OfferSet(offers), where, most));
        }
    }
}
