package dev.marginal.optimizer.parts;

import dev.marginal.optimizer.Extents;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rules have to know of some customers, and how far their columns reach.
 *
 * @param offers that their book has
 * @param columns that rules may speak of
 * @param measures by name
 * @param extents how many customers, and how far their columns reach
 */
public record Outline(
        List<Offer> offers, List<Names> columns, List<String> measures, Extents extents)
        implements Serializable {
    /**
     * A column of the customers.
     *
     * @param column such as {@code stage}
     * @param names the values that occur, such as {@code active} and {@code new}
     */
    public record Names(String column, List<String> names) implements Serializable {
        private Names and(Names others) {
            return names.equals(others.names)
                    ? this
                    : new Names(
                            column,
                            Stream.concat(names.stream(), others.names.stream())
                                    .distinct()
                                    .sorted()
                                    .toList());
        }
    }

    /** The outline of one part of a campaign. */
    public static Outline of(OfferBook part) {
        return new Outline(
                part.offers(),
                part.segmentations().stream()
                        .map(one -> new Names(one.column(), one.names()))
                        .toList(),
                part.measures().stream().map(Measure::name).toList(),
                part.extents());
    }

    /**
     * The outline of these and other customers. Where both have the same values of a column, these
     * keep their order; else they are sorted.
     *
     * @throws IllegalArgumentException if the others' book has other offers, columns or measures
     */
    public Outline and(Outline other) {
        require("offers of a part", offers, other.offers);
        require("columns of a part", names(), other.names());
        require("measures of a part", measures, other.measures);
        List<Names> both = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Names own = columns.get(column);
            both.add(own.and(other.columns.get(column)));
        }
        return new Outline(offers, both, measures, extents.and(other.extents));
    }

    private List<String> names() {
        return columns.stream().map(Names::column).toList();
    }

    private static void require(String subject, List<?> expected, List<?> found) {
        Requires.require(found.equals(expected), subject, found, expected + ", as of all parts");
    }

    /** How many customers. */
    public int customers() {
        return extents.customers();
    }

    /** What rules may know: all columns with their names, of no customer in particular. */
    public Terms terms() {
        return new Terms(
                offers,
                columns.stream()
                        .map(one -> new Segmentation(one.column, one.names, new int[0]))
                        .toList());
    }

    /** A part's columns with everyone's names; a row for each of the part's customers. */
    List<Segmentation> renamed(OfferBook part) {
        List<Segmentation> renamed = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            renamed.add(renamed(part, column));
        }
        return renamed;
    }

    private Segmentation renamed(OfferBook part, int column) {
        return part.segmentations().get(column).named(columns.get(column).names);
    }

    /**
     * All parts as one book, in their order.
     *
     * @param parts asked for the next when the one before has been copied
     */
    public OfferBook joined(Iterator<OfferBook> parts) {
        float[][] value = new float[offers.size()][customers()];
        float[][] cost = new float[offers.size()][customers()];
        float[][][] amount = new float[measures.size()][offers.size()][customers()];
        int[][] code = new int[columns.size()][customers()];
        int row = 0;
        while (parts.hasNext()) {
            OfferBook part = parts.next();
            copy(part.value(), value, row);
            copy(part.cost(), cost, row);
            for (int measure = 0; measure < amount.length; measure++) {
                copy(part.measures().get(measure).amount(), amount[measure], row);
            }
            for (int column = 0; column < code.length; column++) {
                int[] own = renamed(part, column).code();
                System.arraycopy(own, 0, code[column], row, own.length);
            }
            row += part.customers();
        }
        return book(value, cost, amount, code);
    }

    private static void copy(float[][] part, float[][] all, int row) {
        for (int offer = 0; offer < all.length; offer++) {
            System.arraycopy(part[offer], 0, all[offer], row, part[offer].length);
        }
    }

    private OfferBook book(float[][] value, float[][] cost, float[][][] amount, int[][] code) {
        List<Segmentation> coded =
                IntStream.range(0, code.length)
                        .mapToObj(
                                one ->
                                        new Segmentation(
                                                columns.get(one).column,
                                                columns.get(one).names,
                                                code[one]))
                        .toList();
        List<Measure> measured =
                IntStream.range(0, amount.length)
                        .mapToObj(one -> new Measure(measures.get(one), amount[one]))
                        .toList();
        return new OfferBook(offers, value, cost, coded, measured).among(extents);
    }

    /** How many bytes such a book of all parts takes. */
    public long bytes() {
        long numbers = (2L + measures.size()) * offers.size() + columns.size();
        return Float.BYTES * numbers * customers();
    }
}
