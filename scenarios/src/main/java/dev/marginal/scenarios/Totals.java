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

    private Totals(CampaignPlan plan, List<ColumnTotal> totals) {
        this.plan = plan;
        this.everyone = totals.get(0);
        this.columns = List.copyOf(totals.subList(1, totals.size()));
    }

    /** Counts every send of a plan. */
    static Totals of(CampaignPlan plan) {
        return new Totals(
                plan,
                ColumnTotal.none(plan.offers()).stream()
                        .map(one -> counted(plan, one.column()))
                        .toList());
    }

    /**
     * The same by what another plan's sends add up to; only columns that are unknown there are
     * counted send by send.
     *
     * @param moved all who get something else than there
     */
    static Totals of(CampaignPlan plan, Totals before, Moved moved) {
        return new Totals(
                plan,
                ColumnTotal.none(plan.offers()).stream()
                        .map(ColumnTotal::column)
                        .map(
                                column ->
                                        find(moved.more(), column)
                                                .map(more -> before.of(column).plus(more))
                                                .orElseGet(() -> counted(plan, column)))
                        .toList());
    }

    private static ColumnTotal counted(CampaignPlan plan, Optional<Segmentation> column) {
        return ColumnTotal.of(column, plan.offers(), plan.sends());
    }

    private static Optional<ColumnTotal> find(
            List<ColumnTotal> totals, Optional<Segmentation> column) {
        return totals.stream().filter(one -> one.column().equals(column)).findFirst();
    }

    /** A column that is not told is counted anew. */
    private ColumnTotal of(Optional<Segmentation> column) {
        return column.isEmpty()
                ? everyone
                : find(columns, column).orElseGet(() -> counted(plan, column));
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
        ColumnTotal total = of(column(where));
        long sum = 0;
        List<String> names = total.column().map(Segmentation::names).orElse(List.of(""));
        for (int name = 0; name < names.size(); name++) {
            boolean meant = where.isEveryone() || where.values().contains(names.get(name));
            sum += meant ? sum(total, offers, name, which) : 0;
        }
        return charge.isMoney() ? (double) sum / OfferBook.MICROS : sum;
    }

    private Optional<Segmentation> column(Segment where) {
        if (where.isEveryone()) {
            return Optional.empty();
        }
        Optional<Segmentation> column =
                plan.offers().segmentations().stream()
                        .filter(one -> one.column().equals(where.column()))
                        .findFirst();
        Requires.require(column.isPresent(), "segment column", where.column(), "one of the plan's");
        return column;
    }

    private static long sum(ColumnTotal total, OfferSet offers, int name, int which) {
        long sum = 0;
        for (long left = offers.bits(); left != 0; left &= left - 1) {
            sum += total.sum(Long.numberOfTrailingZeros(left), name, which);
        }
        return sum;
    }
}
