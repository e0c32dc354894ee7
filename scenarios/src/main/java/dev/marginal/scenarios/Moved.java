package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The customers to whom one plan gives something else than another, or the same at other values or
 * costs, in their order; and the ways in which they move. Whoever is not among them adds the same
 * to both plans, to the last micro-unit.
 */
public final class Moved {
    private final int[] customer;
    private final int[] way;
    private final List<Way> ways;
    private final long revalued;

    Moved(int[] customer, int[] way, List<Way> ways, long revalued) {
        this.customer = customer;
        this.way = way;
        this.ways = List.copyOf(ways);
        this.revalued = revalued;
    }

    /**
     * From which offers to which, as bits, with what that comes to.
     *
     * @param customers who move so; of those who keep their offers, only who is worth or costs
     *     something else together
     * @param valueMicros what they bring more, each plan by its own values
     * @param spendMicros what they cost more alike
     */
    public record Way(long from, long to, long customers, long valueMicros, long spendMicros) {
        /** Offers that they did not get. */
        public long added() {
            return to & ~from;
        }

        /** Offers that they get no more. */
        public long removed() {
            return from & ~to;
        }
    }

    /**
     * Who moves from one plan to another.
     *
     * @param before of the same offers and customers
     */
    static Moved between(CampaignPlan now, CampaignPlan before) {
        Requires.require(
                now.offers().customers() == before.offers().customers(),
                "customers of the baseline",
                before.offers().customers(),
                String.valueOf(now.offers().customers()));
        return new MovedWalk(now, before).walk();
    }

    /** Bits of the offers that do not share their columns of values and costs. */
    static long revalued(OfferBook now, OfferBook before) {
        return IntStream.range(0, now.offers().size())
                .filter(
                        offer ->
                                now.value()[offer] != before.value()[offer]
                                        || now.cost()[offer] != before.cost()[offer])
                .mapToLong(offer -> 1L << offer)
                .sum();
    }

    /** How many customers. */
    public int size() {
        return customer.length;
    }

    /** The row of a customer, rising. */
    public int customer(int number) {
        return customer[number];
    }

    /** Which of the ways a customer moves, as its number. */
    public int way(int number) {
        return way[number];
    }

    /** All ways, in the order in which they are first gone. */
    public List<Way> ways() {
        return ways;
    }

    /** By way: bits of the offers whose part of the earlier plan's sums goes. */
    long[] gone() {
        return ways.stream().mapToLong(one -> one.from & ~kept(one)).toArray();
    }

    /** By way: bits of the offers that add to the later plan's sums. */
    long[] come() {
        return ways.stream().mapToLong(one -> one.to & ~kept(one)).toArray();
    }

    private long kept(Way one) {
        return one.from & one.to & ~revalued;
    }

    @Override
    public String toString() {
        return Arrays.toString(customer) + " " + ways;
    }
}
