package dev.marginal.scenarios;

import dev.marginal.tables.Requires;
import java.util.List;

/**
 * The customers to whom one plan gives something else than another, in their order; and the ways in
 * which they move, with what that brings and costs more. Among the ways are those of customers who
 * get the same at other values or costs.
 */
public final class Moved {
    private final int[] customer;
    private final int[] way;
    private final List<Way> ways;
    private final List<ColumnTotal> more;

    private Moved(int[] customer, int[] way, List<Way> ways, List<ColumnTotal> more) {
        this.customer = customer;
        this.way = way;
        this.ways = List.copyOf(ways);
        this.more = List.copyOf(more);
    }

    /**
     * From which offers to which, as bits, with what that comes to.
     *
     * @param customers who move so; of those who keep their offers, whose sends are worth or cost
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
        List<ColumnTotal> more = ColumnTotal.none(now.offers(), before.offers());
        MovedWalk walk = new MovedWalk(now.offers(), before.offers(), more);
        int customers = now.offers().customers();
        walk.along(now.sends().sets(customers), before.sends().sets(customers));
        int[] customer = walk.customers();
        int[] way = walk.waysGone();
        new MovedSums(customer, way, walk.ways(), more).add(now.offers(), before.offers());
        return new Moved(customer, way, walk.ways().all(), more);
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

    /** What the later plan has more, of every told column that both plans know. */
    List<ColumnTotal> more() {
        return more;
    }
}
