package dev.marginal.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Who gets what, and the proof of how good that is.
 *
 * @param outcome read it first: without a plan there are no sends
 * @param sent who gets what
 * @param valueMicros sum of the sends' values
 * @param spendMicros sum of the sends' expected costs
 * @param bound proven upper bound of the value of any plan, in currency
 * @param priceBound the bound that the prices alone prove: Σ price·limit + Σ over customers of
 *     their best admissible choice at these prices, in currency; never below {@code bound}
 * @param limits every shared limit with its use and price, the budget first
 * @param conflict the smallest set of limits that cannot hold together, in sentences; empty unless
 *     the outcome is INFEASIBLE
 * @param relaxations for each limit of the conflict that can give way, the least change of it alone
 *     that makes room, in sentences
 * @param curve what any budget would earn; present where the budget is the only shared limit
 */
public record SendPlan(
        Outcome outcome,
        Sent sent,
        long valueMicros,
        long spendMicros,
        double bound,
        double priceBound,
        List<LimitUse> limits,
        List<String> conflict,
        List<String> relaxations,
        Optional<BudgetCurve> curve) {
    public SendPlan {
        limits = List.copyOf(limits);
        conflict = List.copyOf(conflict);
        relaxations = List.copyOf(relaxations);
    }

    /**
     * A plan of listed sends.
     *
     * @param customer of each send, ascending; a row of the book
     * @param offer of each send, ascending within a customer; a number of the book
     */
    public SendPlan(
            Outcome outcome,
            int[] customer,
            byte[] offer,
            long valueMicros,
            long spendMicros,
            double bound,
            double priceBound,
            List<LimitUse> limits,
            List<String> conflict,
            List<String> relaxations,
            Optional<BudgetCurve> curve) {
        this(
                outcome,
                Sent.list(customer, offer),
                valueMicros,
                spendMicros,
                bound,
                priceBound,
                limits,
                conflict,
                relaxations,
                curve);
    }

    /**
     * The same plan, which keeps everyone's set and lists its sends only when asked.
     *
     * @param customers of the plan's book
     */
    public SendPlan inSets(int customers) {
        return with(Sent.sets(sets(customers), sends()));
    }

    /** The same plan with an empty list of sends, where these are kept elsewhere. */
    public SendPlan withoutSends() {
        return with(Sent.none());
    }

    private SendPlan with(Sent other) {
        return new SendPlan(
                outcome,
                other,
                valueMicros,
                spendMicros,
                bound,
                priceBound,
                limits,
                conflict,
                relaxations,
                curve);
    }

    /** How many sends. */
    public int sends() {
        return sent.count();
    }

    /** The customer of each send, ascending; a row of the book. */
    public int[] customer() {
        return sent.customer();
    }

    /** The offer of each send, ascending within a customer; a number of the book. */
    public byte[] offer() {
        return sent.offer();
    }

    /**
     * {@code [customer]}: bits of the offers that each gets; not to be changed.
     *
     * @param customers of the plan's book
     */
    public long[] sets(int customers) {
        return sent.sets(customers);
    }

    /** The same of the book's first offers alone. */
    public long[] sets(int customers, int offers) {
        long some = -1L >>> Long.SIZE - offers;
        return LongStream.of(sets(customers)).map(set -> set & some).toArray();
    }

    /** The plan's value in currency. */
    public double value() {
        return (double) valueMicros / OfferBook.MICROS;
    }

    /** The plan's expected cost in currency. */
    public double spend() {
        return (double) spendMicros / OfferBook.MICROS;
    }

    /**
     * How much better the best plan could be at most: (bound − value) / bound; 0 where nothing can
     * be gained at all.
     */
    public double gap() {
        return bound <= 0 ? 0 : Math.max(0, (bound - value()) / bound);
    }
}
