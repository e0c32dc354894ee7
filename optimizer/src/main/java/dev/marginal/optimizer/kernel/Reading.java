package dev.marginal.optimizer.kernel;

import java.util.Arrays;
import java.util.List;
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
    private final boolean sameCells;
    private final Sums chosen;

    Reading(Anchor anchor, Instance instance, Workers workers) {
        this.anchor = anchor;
        this.instance = instance;
        this.workers = workers;
        Instance before = anchor.instance();
        this.alike = anchor.alike().with(instance.columns(), before.columns(), workers);
        this.sameCells = instance.columns().cell() == before.columns().cell();
        this.chosen = anchor.counted().in(instance, workers).sums();
    }

    /** The other instance. */
    public Instance instance() {
        return instance;
    }

    /** What everyone chose, added up. */
    public Sums chosen() {
        return chosen;
    }

    /** Every customer's choice; a copy. */
    public long[] choices() {
        return anchor.counted().sets().clone();
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
        Columns columns =
                before.columns()
                        .again(before.customers(), anchor.instance().columns(), instance.columns());
        Sums sums = instance.noSums();
        for (int row = 0; row < columns.rows(); row++) {
            sums.add(columns, choice(before.customers()[row]), row, 1);
        }
        return new Some(before.customers(), columns, sums);
    }

    /**
     * Those who may choose another set somewhere in a box of prices; all others keep theirs.
     *
     * @param middle of the box, signed
     * @param radius of the box, row by row
     */
    public Some open(double[] middle, double[] radius) {
        Rates rates = instance.rates(middle);
        Rates reach = instance.reach(radius);
        Worth least = Worth.least(rates, reach);
        Worth most = Worth.most(rates, reach);
        int[][] found = new int[blocks()][];
        Sums sums =
                workers.fold(
                        found.length,
                        instance::noSums,
                        (own, block) -> {
                            Holding holding =
                                    new Holding(alike, anchor.instance(), instance, least, most);
                            found[block] = open(block(block), holding, own);
                        },
                        Sums::add);
        int[] places = joined(found);
        Columns columns = alike.gather(places, instance.columns(), workers);
        return new Some(alike.customers(places), columns, sums);
    }

    private int[] open(List<Alike.Stretch> some, Holding holding, Sums sums) {
        int[] places = new int[some.stream().mapToInt(Alike.Stretch::size).sum() + 1];
        int count = 0;
        for (Alike.Stretch stretch : some) {
            int from = count;
            count = holding.look(stretch, places, from);
            add(stretch, places, from, count, sums);
        }
        return Arrays.copyOf(places, count);
    }

    private void add(Alike.Stretch stretch, int[] places, int from, int to, Sums sums) {
        for (long left = stretch.set(); left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            for (int i = from; i < to; i++) {
                add(offer, places[i], cell(stretch, places[i]), sums);
            }
        }
    }

    private int cell(Alike.Stretch stretch, int place) {
        return sameCells && stretch.isOfOneCell()
                ? stretch.cell()
                : instance.columns().cell()[alike.order()[place]];
    }

    private void add(int offer, int place, int cell, Sums sums) {
        float value = alike.value()[offer][place];
        sums.add(
                cell * alike.value().length + offer,
                value == Alike.NEVER ? 0 : (long) Columns.micros(value),
                (long) Columns.micros(alike.cost()[offer][place]));
    }

    private int blocks() {
        return (alike.stretches().size() + BLOCK - 1) / BLOCK;
    }

    private List<Alike.Stretch> block(int block) {
        int end = Math.min(alike.stretches().size(), (block + 1) * BLOCK);
        return alike.stretches().subList(block * BLOCK, end);
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
