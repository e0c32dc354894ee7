package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What customers chose at an {@link Anchor}, as another instance values, charges and counts it; for
 * any number of threads.
 */
public final class Reading {
    private static final int BLOCK = 64;

    private final Anchor anchor;
    private final Instance instance;
    private final Workers workers;
    private final Alike alike;
    private final Valuing valuing;
    private final Sums chosen;

    Reading(Anchor anchor, Instance instance, Workers workers) {
        this.anchor = anchor;
        this.instance = instance;
        this.workers = workers;
        Instance before = anchor.instance();
        this.alike = anchor.alike().with(instance, before, workers);
        char[] cell = instance.columns().cell();
        this.valuing = new Valuing(alike, cell, cell == before.columns().cell());
        this.chosen = anchor.counted().in(instance, workers).sums();
    }

    /** The other instance. */
    public Instance instance() {
        return instance;
    }

    /** What each of their offers is worth there. */
    Valuing valuing() {
        return valuing;
    }

    /** What everyone chose, added up. */
    public Sums chosen() {
        return chosen;
    }

    /** Other sets of everyone, by what differs from the choices at the anchor. */
    public Counted counted(long[] sets) {
        return new Counted(instance, anchor.counted().sets(), chosen).with(sets, workers);
    }

    /** One customer's choice. */
    public long choice(int customer) {
        return anchor.counted().sets()[customer];
    }

    /**
     * Some customers.
     *
     * @param customers their numbers
     * @param columns theirs
     * @param chosen what they chose at the anchor, added up
     */
    public record Some(int[] customers, Columns columns, Sums chosen) {}

    /** A random customer of each of many equal parts. */
    public Some sample() {
        Some before = anchor.sample();
        if (instance.chargesLike(anchor.instance())) {
            return before;
        }
        Columns columns =
                before.columns()
                        .again(before.customers(), anchor.instance().columns(), instance.columns());
        return new Some(before.customers(), columns, sums(before.customers(), columns));
    }

    private Sums sums(int[] customers, Columns columns) {
        Sums sums = instance.noSums();
        for (int row = 0; row < customers.length; row++) {
            sums.add(columns, choice(customers[row]), row, 1);
        }
        return sums;
    }

    /**
     * What is known of everyone's choice in a box of prices.
     *
     * @param customers who may choose one set here and another there, in an order of the anchor's
     * @param columns theirs
     * @param choices everyone's, the same anywhere in the box but for these customers
     * @param settled what all but these customers choose, added up
     */
    public record Open(int[] customers, Columns columns, long[] choices, Sums settled) {}

    /**
     * Tells who keeps their choice, who makes another, and who may make several.
     *
     * @param middle of the box, signed
     * @param radius of the box, row by row
     */
    public Open open(double[] middle, double[] radius) {
        Rates rates = instance.rates(middle);
        Rates reach = instance.reach(radius);
        Worth least = Worth.least(rates, reach);
        Worth most = Worth.most(rates, reach);
        long[] choices = anchor.counted().sets().clone();
        int[][] found = new int[blocks()][];
        Sums settled =
                workers.fold(
                        found.length,
                        instance::noSums,
                        (moved, block) -> {
                            Holding holding =
                                    new Holding(valuing, anchor.instance(), instance, least, most);
                            Settling settling =
                                    new Settling(valuing, instance.families(), least, most);
                            int[] near = near(block, rates, reach);
                            found[block] = open(near, holding, settling, choices, moved);
                        },
                        Sums::add);
        settled.add(chosen);
        int[] places = joined(found);
        Columns columns = alike.gather(places, instance.columns(), workers);
        return new Open(alike.customers(places), columns, choices, settled);
    }

    /** The stretches of a block of which some may not keep their choice, as far as one can tell. */
    private int[] near(int block, Rates middle, Rates reach) {
        Staying staying =
                new Staying(anchor.outlines(), valuing, anchor.instance(), instance, middle, reach);
        int end = Math.min(alike.stretches().size(), (block + 1) * BLOCK);
        return IntStream.range(block * BLOCK, end)
                .filter(number -> !staying.all(number, alike.stretches().get(number)))
                .toArray();
    }

    private int[] open(
            int[] stretches, Holding holding, Settling settling, long[] choices, Sums moved) {
        int[] places = new int[stretches.length * Stretch.MOST + 1];
        int count = 0;
        for (int number : stretches) {
            Stretch stretch = alike.stretches().get(number);
            int end = holding.look(stretch, places, count);
            takeBack(stretch, places, count, end, moved);
            count = settle(stretch, places, count, end, settling, choices, moved);
        }
        return Arrays.copyOf(places, count);
    }

    /** Keeps places of those whose choice stays open; returns where the next ones go. */
    private int settle(
            Stretch stretch,
            int[] places,
            int from,
            int to,
            Settling settling,
            long[] choices,
            Sums moved) {
        if (from == to || !settling.applies()) {
            return to;
        }
        settling.look(stretch);
        int next = from;
        for (int i = from; i < to; i++) {
            int place = places[i];
            long set = settling.set(place - stretch.from());
            if (set == Settling.OPEN) {
                places[next++] = place;
            } else {
                choices[alike.order()[place]] = set;
                add(set, place, valuing.cell(stretch, place), moved);
            }
        }
        return next;
    }

    /** Takes back what they chose at the anchor: offer by offer, as all chose the same. */
    private void takeBack(Stretch stretch, int[] places, int from, int to, Sums moved) {
        for (long left = stretch.set(); left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            if (valuing.knowsCell(stretch)) {
                takeBack(offer, stretch.cell(), places, from, to, moved);
            } else {
                for (int i = from; i < to; i++) {
                    takeBack(offer, valuing.cell(stretch, places[i]), places, i, i + 1, moved);
                }
            }
        }
    }

    private void takeBack(int offer, int cell, int[] places, int from, int to, Sums moved) {
        long value = 0;
        long cost = 0;
        for (int i = from; i < to; i++) {
            value += alike.valueMicros(offer, places[i]);
            cost += alike.costMicros(offer, places[i]);
        }
        moved.add(cell * alike.value().length + offer, -value, -cost, from - to);
    }

    private void add(long set, int place, int cell, Sums sums) {
        for (long left = set; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            sums.add(
                    cell * alike.value().length + offer,
                    alike.valueMicros(offer, place),
                    alike.costMicros(offer, place),
                    1);
        }
    }

    private int blocks() {
        return (alike.stretches().size() + BLOCK - 1) / BLOCK;
    }

    private static int[] joined(int[][] parts) {
        int[] joined = new int[Stream.of(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
