package dev.marginal.optimizer.parts;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Kinds;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What every part of a campaign has to know of the whole.
 *
 * @param outline of all customers
 * @param limits every limit, the budget first
 * @param kinds the columns that limits speak of, for one customer of every kind that occurs
 */
public record Joint(Outline outline, List<Limit> limits, List<Segmentation> kinds)
        implements Serializable {
    public Joint {
        limits = List.copyOf(limits);
        kinds = List.copyOf(kinds);
    }

    /**
     * The campaign before its kinds of customers are known: enough to {@linkplain #kinds look for}
     * them.
     *
     * @throws IllegalArgumentException if a limit speaks of what no part has
     */
    public static Joint of(Outline outline, List<Limit> limits) {
        Set<String> mentioned = mentioned(limits);
        List<Segmentation> none =
                outline.terms().segmentations().stream()
                        .filter(one -> mentioned.contains(one.column()))
                        .toList();
        Instance.of(nobody(outline, outline.terms().segmentations()), limits);
        return new Joint(outline, limits, none);
    }

    private static Set<String> mentioned(List<Limit> limits) {
        return limits.stream()
                .flatMap(Limit::segments)
                .map(Segment::column)
                .collect(Collectors.toSet());
    }

    /**
     * The kinds of a part's customers: for the first one of each, the code of every column that
     * limits speak of.
     */
    public List<int[]> kinds(OfferBook part) {
        OfferBook renamed = part.with(outline.renamed(part), part.measures());
        int[] firsts = Kinds.firsts(renamed, limits);
        List<Segmentation> columns = ofLimits(renamed.segmentations());
        return IntStream.of(firsts)
                .mapToObj(
                        customer ->
                                columns.stream().mapToInt(one -> one.code()[customer]).toArray())
                .toList();
    }

    private List<Segmentation> ofLimits(List<Segmentation> columns) {
        List<String> own = kinds.stream().map(Segmentation::column).toList();
        return columns.stream().filter(one -> own.contains(one.column())).toList();
    }

    /** The same campaign with the kinds that its parts have, in any order. */
    public Joint with(List<int[]> found) {
        List<int[]> different = found.stream().map(Kind::new).distinct().map(Kind::codes).toList();
        List<Segmentation> columns = new ArrayList<>();
        for (int column = 0; column < kinds.size(); column++) {
            int number = column;
            int[] code = different.stream().mapToInt(codes -> codes[number]).toArray();
            columns.add(
                    new Segmentation(kinds.get(column).column(), kinds.get(column).names(), code));
        }
        return new Joint(outline, limits, columns);
    }

    /** Its limits over no customer's rows: one row of each kind may get nothing. */
    public Instance instance() {
        return Instance.of(nobody(outline, kinds), limits);
    }

    /** Customers of these columns who may get nothing, with everyone's extents. */
    private static OfferBook nobody(Outline outline, List<Segmentation> columns) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).code().length;
        int offers = outline.offers().size();
        float[][] value = new float[offers][rows];
        for (float[] one : value) {
            Arrays.fill(one, Float.NaN);
        }
        List<Measure> measures =
                outline.measures().stream()
                        .map(name -> new Measure(name, new float[offers][rows]))
                        .toList();
        OfferBook book =
                new OfferBook(outline.offers(), value, new float[offers][rows], columns, measures);
        return book.among(outline.extents());
    }

    /** One part of it, as the kernel reads it. */
    Instance among(OfferBook part) {
        OfferBook told =
                part.with(ofLimits(part.segmentations()), part.measures()).among(outline.extents());
        return Instance.among(told, limits, kinds);
    }

    /** Codes that are equal by what they are. */
    private record Kind(int[] codes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Kind kind && Arrays.equals(codes, kind.codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }
}
