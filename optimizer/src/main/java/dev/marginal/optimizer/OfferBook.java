package dev.marginal.optimizer;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every offer's value and expected cost for every customer, in columns, and what limits may ask
 * about the customers.
 *
 * <p>Money is exact here: the value and cost of one send are their floats rounded to micro-units
 * ({@link #micros}), and every limit, spend and total is a sum of such whole numbers, so that it
 * does not depend on any order of adding. The arrays are shared, not copied.
 */
public final class OfferBook implements Serializable {
    /** Micro-units in one unit of currency. */
    public static final long MICROS = 1_000_000;

    private static final long serialVersionUID = 1;

    private static final int MOST_OFFERS = 64;

    /** A send's micro-units stay whole numbers in double precision. */
    private static final float MOST_PER_SEND = 1e9f;

    /** Micro-units of all sends of 64 such offers stay within a long. */
    private static final double MOST_TOGETHER = 140e9;

    private final List<Offer> offers;
    private final float[][] value;
    private final float[][] opened;
    private final float[][] cost;
    private final List<Segmentation> segmentations;
    private final List<Measure> measures;
    private final List<Extent> valueExtents;
    private final List<Extent> costExtents;
    private final HashMap<String, List<Extent>> measureExtents = new HashMap<>();
    private final int everyone;

    /**
     * A book of these columns.
     *
     * @param offers at most 64
     * @param value {@code [offer][customer]}: what a send adds to the objective, in currency,
     *     within a billion, negative allowed; {@code NaN} where the offer may not be sent to the
     *     customer
     * @param cost {@code [offer][customer]}: expected cost of a send, in currency, zero to a
     *     billion
     * @param segmentations the customers' columns that limits may speak of
     * @param measures further amounts of every send that limits may add up
     */
    public OfferBook(
            List<Offer> offers,
            float[][] value,
            float[][] cost,
            List<Segmentation> segmentations,
            List<Measure> measures) {
        this.offers = List.copyOf(offers);
        this.value = value;
        this.opened = value;
        this.cost = cost;
        this.segmentations = List.copyOf(segmentations);
        this.measures = List.copyOf(measures);
        this.everyone = value.length == 0 ? 0 : value[0].length;
        requireOffers();
        requireColumns("value", value);
        requireColumns("cost", cost);
        this.valueExtents = Stream.of(value).map(Extent::of).toList();
        this.costExtents = Stream.of(cost).map(Extent::of).toList();
        for (int offer = 0; offer < value.length; offer++) {
            requireAmounts(offer);
        }
        requireSegmentations();
        this.measures.forEach(this::requireMeasure);
    }

    /** A book without segmentations and measures. */
    public OfferBook(List<Offer> offers, float[][] value, float[][] cost) {
        this(offers, value, cost, List.of(), List.of());
    }

    private OfferBook(
            List<Offer> offers,
            float[][] value,
            float[][] opened,
            float[][] cost,
            List<Segmentation> segmentations,
            List<Measure> measures,
            List<Extent> valueExtents,
            List<Extent> costExtents,
            int everyone) {
        this.offers = offers;
        this.value = value;
        this.opened = opened;
        this.cost = cost;
        this.segmentations = List.copyOf(segmentations);
        this.measures = List.copyOf(measures);
        this.valueExtents = List.copyOf(valueExtents);
        this.costExtents = List.copyOf(costExtents);
        this.everyone = everyone;
        requireColumns("value", value);
        requireSegmentations();
        this.measures.forEach(this::requireMeasure);
    }

    /** The same book with other segmentations and measures. */
    public OfferBook with(List<Segmentation> segmentations, List<Measure> measures) {
        return like(value, segmentations, measures);
    }

    /**
     * The same book, of some of a campaign's customers: how many there are, and how far columns
     * reach, is told of them all.
     *
     * @param all of the same offers and measures, these customers being among them
     */
    public OfferBook among(Extents all) {
        OfferBook book =
                new OfferBook(
                        offers,
                        value,
                        opened,
                        cost,
                        segmentations,
                        measures,
                        all.value(),
                        all.cost(),
                        all.customers());
        book.measureExtents.putAll(all.measures());
        return book;
    }

    /**
     * The same book with some sends forbidden; how far values reach is told as without that.
     *
     * @param open {@code [offer][customer]}: as here, or {@code NaN}
     */
    public OfferBook closed(float[][] open) {
        return like(open, segmentations, measures);
    }

    /** The same offers at the same costs, whose columns reach as far. */
    private OfferBook like(
            float[][] open, List<Segmentation> segmentations, List<Measure> measures) {
        return new OfferBook(
                offers,
                open,
                opened,
                cost,
                segmentations,
                measures,
                valueExtents,
                costExtents,
                everyone);
    }

    /**
     * The same book with other values and costs of some offers, and no measures; all other columns
     * are shared.
     *
     * @param part a book of these offers alone, for the same customers
     * @param places where its offers stand in this book, in its order
     */
    public OfferBook revalued(OfferBook part, int[] places) {
        float[][] values = value.clone();
        float[][] costs = cost.clone();
        List<Extent> ofValues = new ArrayList<>(valueExtents);
        List<Extent> ofCosts = new ArrayList<>(costExtents);
        for (int offer = 0; offer < places.length; offer++) {
            values[places[offer]] = part.value[offer];
            costs[places[offer]] = part.cost[offer];
            ofValues.set(places[offer], part.valueExtents.get(offer));
            ofCosts.set(places[offer], part.costExtents.get(offer));
        }
        return new OfferBook(
                offers,
                values,
                values,
                costs,
                segmentations,
                List.of(),
                ofValues,
                ofCosts,
                everyone);
    }

    /**
     * The same book with other values of all offers; costs and all other columns are shared.
     *
     * @param values {@code [offer][customer]}, as of the book
     */
    public OfferBook valuedAt(float[][] values) {
        List<Extent> extents = Stream.of(values).map(Extent::of).toList();
        OfferBook book =
                new OfferBook(
                        offers,
                        values,
                        values,
                        cost,
                        segmentations,
                        measures,
                        extents,
                        costExtents,
                        everyone);
        for (int offer = 0; offer < values.length; offer++) {
            book.requireSums(offer);
        }
        return book;
    }

    public List<Offer> offers() {
        return offers;
    }

    /** {@code [offer][customer]} in currency; {@code NaN} where the offer may not be sent. */
    public float[][] value() {
        return value;
    }

    /** {@code [offer][customer]}: expected cost in currency. */
    public float[][] cost() {
        return cost;
    }

    public List<Segmentation> segmentations() {
        return segmentations;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** How many customers. */
    public int customers() {
        return value[0].length;
    }

    /** How many customers the campaign has of which these are {@linkplain #among some}. */
    public int everyone() {
        return everyone;
    }

    /** How far everyone's columns reach. */
    public Extents extents() {
        return new Extents(everyone, valueExtents, costExtents, measureExtents);
    }

    /** An amount of money in whole micro-units, halves rounded up. */
    public static long micros(double amount) {
        return Math.round(amount * MICROS);
    }

    /** The same of a single: the product is exact in double, and so is the half. */
    private static long micros(float amount) {
        return (long) Math.floor(amount * (double) MICROS + 0.5);
    }

    /** Value of one send in micro-units. */
    public long valueMicros(int offer, int customer) {
        return micros(value[offer][customer]);
    }

    /** The offers that do not share their values and costs with another book, as bits. */
    public long unlike(OfferBook other) {
        return others(value, other.value) | others(cost, other.cost);
    }

    /**
     * The offers that may be worth, or cost, something else than in another book to a customer to
     * whom both leave them open, as bits: what only {@linkplain #closed closes} an offer does not
     * count.
     */
    public long revalued(OfferBook other) {
        return others(opened, other.opened) | others(cost, other.cost);
    }

    private static long others(float[][] columns, float[][] known) {
        long others = 0;
        for (int offer = 0; offer < columns.length; offer++) {
            others |= columns[offer] == known[offer] ? 0 : 1L << offer;
        }
        return others;
    }

    /** Whether an offer is worth what it is in another book, or closed. */
    public boolean onlyCloses(OfferBook other, int offer) {
        return opened[offer] == other.value[offer];
    }

    /** Expected cost of one send in micro-units. */
    public long costMicros(int offer, int customer) {
        return micros(cost[offer][customer]);
    }

    /** Whether the offer may be sent to the customer at all. */
    public boolean allows(int offer, int customer) {
        return !Float.isNaN(value[offer][customer]);
    }

    /** How far an offer's values reach. */
    public Extent valueExtent(int offer) {
        return valueExtents.get(offer);
    }

    /** How far an offer's costs reach. */
    public Extent costExtent(int offer) {
        return costExtents.get(offer);
    }

    /** How far a measure's amounts of an offer reach. */
    public Extent measureExtent(String measure, int offer) {
        return measureExtents.get(measure).get(offer);
    }

    private void requireOffers() {
        Requires.require(
                !offers.isEmpty() && offers.size() <= MOST_OFFERS,
                "number of offers",
                offers.size(),
                "1 to " + MOST_OFFERS);
        Set<String> ids = new HashSet<>();
        offers.forEach(
                offer -> Requires.require(ids.add(offer.id()), "offer", offer.id(), "unique"));
    }

    private void requireColumns(String name, float[][] columns) {
        Requires.require(
                columns.length == offers.size(),
                "columns of " + name,
                columns.length,
                offers.size() + "");
        for (int offer = 0; offer < columns.length; offer++) {
            Requires.require(
                    columns[offer].length == value[0].length,
                    "customers of offer " + offers.get(offer).id(),
                    columns[offer].length,
                    value[0].length + ", as for the first offer");
        }
    }

    private void requireAmounts(int offer) {
        for (float amount : cost[offer]) {
            if (!(amount >= 0 && amount < Float.POSITIVE_INFINITY)) {
                String id = offers.get(offer).id();
                Requires.require(false, "cost of offer " + id, amount, "zero to a billion");
            }
        }
        requireSums(offer);
    }

    private void requireSums(int offer) {
        String id = offers.get(offer).id();
        Extent values = valueExtent(offer);
        Extent costs = costExtent(offer);
        Requires.require(
                Double.isFinite(values.largest()),
                "value of offer " + id,
                values.largest(),
                "within a billion, or NaN");
        double largest = Math.max(values.largest(), costs.largest());
        if (largest > MOST_PER_SEND) {
            throw tooMuch("a send of offer " + id, largest, "a billion");
        }
        double total = Math.max(values.total(), costs.total());
        if (total > MOST_TOGETHER) {
            throw tooMuch("all sends of offer " + id, total, "140 billion");
        }
    }

    private void requireSegmentations() {
        Set<String> columns = new HashSet<>();
        for (Segmentation one : segmentations) {
            Requires.require(columns.add(one.column()), "segment column", one.column(), "unique");
            Requires.require(
                    one.code().length == customers(),
                    "customers of " + one.column(),
                    one.code().length,
                    customers() + ", as in the book");
        }
    }

    private void requireMeasure(Measure measure) {
        requireColumns(measure.name(), measure.amount());
        List<Extent> extents = Stream.of(measure.amount()).map(Extent::of).toList();
        Requires.require(
                measureExtents.put(measure.name(), extents) == null,
                "measure",
                measure.name(),
                "unique");
        for (Extent extent : extents) {
            Requires.require(
                    extent.largest() <= MOST_PER_SEND && extent.total() <= MOST_TOGETHER,
                    measure.name(),
                    Math.max(extent.largest(), extent.total()),
                    "within a billion per send and 140 billion together");
        }
    }

    private static BadInput tooMuch(String subject, double amount, String most) {
        return new BadInput(
                new Problem(
                        "money",
                        0,
                        subject,
                        "%.0f".formatted(amount),
                        "must be worth, and cost, at most " + most,
                        "Maybe an amount of the history is mistyped; otherwise count in thousands."));
    }
}
