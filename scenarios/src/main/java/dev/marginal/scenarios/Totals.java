package dev.marginal.scenarios;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a plan's sends add up to: by offer, and by channel and segment. Every figure is a sum of
 * whole numbers, so that it is the same whether each send is counted, or only what has changed
 * since another plan.
 */
public final class Totals {
    private final CampaignPlan plan;
    private final ColumnTotal everyone;
    private final List<ColumnTotal> columns;

    private Totals(CampaignPlan plan, ColumnTotal everyone, List<ColumnTotal> columns) {
        this.plan = plan;
        this.everyone = everyone;
        this.columns = List.copyOf(columns);
    }

    /** Counts every send of a plan. */
    static Totals of(CampaignPlan plan) {
        List<ColumnTotal> totals = wanted(plan).stream().map(one -> none(plan, one)).toList();
        ColumnTotal.add(plan.offers(), plan.sends(), totals);
        return new Totals(plan, totals.get(0), totals.subList(1, totals.size()));
    }

    /**
     * Counts what has changed since another plan; every send only for columns unknown there.
     *
     * @param moved all who get something else than there
     */
    static Totals of(CampaignPlan plan, Totals before, Moved moved) {
        List<ColumnTotal> totals = new ArrayList<>();
        List<ColumnTotal> known = new ArrayList<>();
        List<ColumnTotal> unknown = new ArrayList<>();
        for (Optional<Segmentation> column : wanted(plan)) {
            Optional<ColumnTotal> there = before.find(column);
            ColumnTotal total = there.map(ColumnTotal::copy).orElseGet(() -> none(plan, column));
            (there.isPresent() ? known : unknown).add(total);
            totals.add(total);
        }
        ColumnTotal.add(plan.offers(), before.plan.offers(), moved, known);
        if (!unknown.isEmpty()) {
            ColumnTotal.add(plan.offers(), plan.sends(), unknown);
        }
        return new Totals(plan, totals.get(0), totals.subList(1, totals.size()));
    }

    /** Everyone, and every column that is told. */
    private static List<Optional<Segmentation>> wanted(CampaignPlan plan) {
        List<Optional<Segmentation>> wanted = new ArrayList<>();
        wanted.add(Optional.empty());
        plan.offers().segmentations().stream()
                .filter(one -> one.names().size() <= SegmentTotal.MOST_VALUES)
                .map(Optional::of)
                .forEach(wanted::add);
        return wanted;
    }

    private static ColumnTotal none(CampaignPlan plan, Optional<Segmentation> column) {
        return ColumnTotal.none(column, plan.offers().offers().size());
    }

    private Optional<ColumnTotal> find(Optional<Segmentation> column) {
        return column.isEmpty()
                ? Optional.of(everyone)
                : columns.stream().filter(one -> one.column().equals(column)).findFirst();
    }

    /** The parts of all offers, in the campaign's order. */
    public List<OfferTotal> offers() {
        List<Offer> offers = plan.offers().offers();
        return IntStream.range(0, offers.size())
                .mapToObj(
                        offer ->
                                new OfferTotal(
                                        offers.get(offer),
                                        everyone.sum(offer, 0, ColumnTotal.SENDS),
                                        everyone.sum(offer, 0, ColumnTotal.VALUE),
                                        everyone.sum(offer, 0, ColumnTotal.COST)))
                .toList();
    }

    /**
     * Of every channel and value of every column that the plan's rules speak of, in their order;
     * without columns of more than {@value SegmentTotal#MOST_VALUES} values.
     */
    public List<SegmentTotal> segments() {
        List<String> channels =
                plan.offers().offers().stream().map(Offer::channel).distinct().toList();
        List<SegmentTotal> totals = new ArrayList<>();
        for (ColumnTotal column : columns) {
            for (String channel : channels) {
                totals.addAll(segments(column, channel));
            }
        }
        return totals;
    }

    private List<SegmentTotal> segments(ColumnTotal total, String channel) {
        Segmentation column = total.column().orElseThrow();
        OfferSet offers = channel(channel);
        return IntStream.range(0, column.names().size())
                .mapToObj(
                        name ->
                                new SegmentTotal(
                                        channel,
                                        column.column(),
                                        column.names().get(name),
                                        sum(total, offers, name, ColumnTotal.SENDS),
                                        sum(total, offers, name, ColumnTotal.VALUE),
                                        sum(total, offers, name, ColumnTotal.COST)))
                .toList();
    }

    private OfferSet channel(String channel) {
        List<Offer> offers = plan.offers().offers();
        return new OfferSet(
                IntStream.range(0, offers.size())
                        .filter(offer -> offers.get(offer).channel().equals(channel))
                        .mapToLong(offer -> 1L << offer)
                        .sum());
    }

    /**
     * The sum of a charge over the sends of some offers to some customers.
     *
     * @param charge {@link Charge#SENDS}, {@link Charge#COST} or {@link Charge#VALUE}
     * @return in sends, or in currency
     * @throws IllegalArgumentException if the segment's column is none of the plan's
     */
    public double of(OfferSet offers, Segment where, Charge charge) {
        Requires.require(!charge.isMeasure(), "charge", charge, "sends, cost or value");
        int which = charge.isMoney() ? ColumnTotal.VALUE : ColumnTotal.SENDS;
        which = charge.equals(Charge.COST) ? ColumnTotal.COST : which;
        ColumnTotal total = of(where);
        long sum = 0;
        List<String> names = total.column().map(Segmentation::names).orElse(List.of(""));
        for (int name = 0; name < names.size(); name++) {
            boolean meant = where.isEveryone() || where.values().contains(names.get(name));
            sum += meant ? sum(total, offers, name, which) : 0;
        }
        return charge.isMoney() ? (double) sum / OfferBook.MICROS : sum;
    }

    /** A column that is not told is counted anew. */
    private ColumnTotal of(Segment where) {
        if (where.isEveryone()) {
            return everyone;
        }
        Segmentation column =
                plan.offers().segmentations().stream()
                        .filter(one -> one.column().equals(where.column()))
                        .findFirst()
                        .orElseThrow(() -> noColumn(where));
        return find(Optional.of(column)).orElseGet(() -> counted(column));
    }

    private ColumnTotal counted(Segmentation column) {
        ColumnTotal total = none(plan, Optional.of(column));
        ColumnTotal.add(plan.offers(), plan.sends(), List.of(total));
        return total;
    }

    private static IllegalArgumentException noColumn(Segment where) {
        return new IllegalArgumentException("No column of the plan is called " + where.column());
    }

    private static long sum(ColumnTotal total, OfferSet offers, int name, int which) {
        long sum = 0;
        for (long left = offers.bits(); left != 0; left &= left - 1) {
            sum += total.sum(Long.numberOfTrailingZeros(left), name, which);
        }
        return sum;
    }
}
