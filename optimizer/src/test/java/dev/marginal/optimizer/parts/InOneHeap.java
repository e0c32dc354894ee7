package dev.marginal.optimizer.parts;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Columns;
import dev.marginal.optimizer.kernel.Curvature;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Scattered;
import dev.marginal.optimizer.kernel.SlopeSums;
import dev.marginal.optimizer.kernel.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Parts that are asked one after the other. */
final class InOneHeap implements Scattered {
    private final Instance instance;
    private final List<Portion> portions;
    private double[] middle;
    private double[] radius;
    private List<Portion.Open> open;
    private long[] sets;

    InOneHeap(List<OfferBook> parts, Joint joint) {
        this.instance = joint.instance();
        this.portions = parts.stream().map(part -> new Portion(part, joint)).toList();
    }

    @Override
    public Instance instance() {
        return instance;
    }

    @Override
    public Sums sums(double[] prices, Curvature curvature) {
        Sums all = instance.noSums();
        int length = all.flat().length;
        for (Portion portion : portions) {
            long[] own = portion.sums(prices, curvature.unit(), curvature.temperature());
            all.add(all.of(own));
            curvature.add(Arrays.copyOfRange(own, length, own.length));
        }
        return all;
    }

    @Override
    public Columns gather(int[] customers) {
        List<Columns> rows = new ArrayList<>();
        int first = 0;
        for (Portion portion : portions) {
            int from = first;
            int to = first + portion.customers();
            rows.add(
                    portion.gather(
                            IntStream.of(customers)
                                    .filter(one -> one >= from && one < to)
                                    .map(one -> one - from)
                                    .toArray()));
            first = to;
        }
        return Columns.of(rows);
    }

    @Override
    public Open open(double[] middle, double[] radius) {
        this.middle = middle;
        this.radius = radius;
        open = portions.stream().map(portion -> portion.open(middle, radius)).toList();
        Columns rows = Columns.of(open.stream().map(Portion.Open::columns).toList());
        Sums settled = instance.noSums();
        open.forEach(one -> settled.add(settled.of(one.settled())));
        int[] all = IntStream.range(0, rows.rows()).toArray();
        return new Open(instance.over(rows), all, rows, new long[all.length], settled);
    }

    @Override
    public SlopeSums slopes() {
        SlopeSums all = portions.get(0).slopes();
        for (Portion portion : portions.subList(1, portions.size())) {
            SlopeSums own = portion.slopes();
            all.free()[0] += own.free()[0];
            Arrays.setAll(all.value(), slot -> all.value()[slot] + own.value()[slot]);
            Arrays.setAll(all.cost(), slot -> all.cost()[slot] + own.cost()[slot]);
        }
        return all;
    }

    @Override
    public double mostPerUnit(int row) {
        return portions.stream()
                .mapToDouble(portion -> portion.mostPerUnit(row))
                .max()
                .orElseThrow();
    }

    @Override
    public Sums settle(Instance some, long[] chosen) {
        Sums all = instance.noSums();
        LongStream given = LongStream.empty();
        int row = 0;
        for (int part = 0; part < portions.size(); part++) {
            int rows = open.get(part).columns().rows();
            long[] own =
                    portions.get(part)
                            .sets(middle, radius, Arrays.copyOfRange(chosen, row, row + rows));
            all.add(all.of(portions.get(part).sums(own)));
            given = LongStream.concat(given, LongStream.of(own));
            row += rows;
        }
        sets = given.toArray();
        return all;
    }

    /** What everyone was given. */
    long[] sets() {
        return sets;
    }
}
