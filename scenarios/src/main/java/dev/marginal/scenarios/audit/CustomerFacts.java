package dev.marginal.scenarios.audit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a plan folder and the files it names say of one customer, in the audit's own reading. Money
 * is in currency.
 *
 * @param offers in the campaign's order
 * @param limits the limits across customers, each with its price
 * @param rules limits inside one customer that are the same for everyone
 * @param caps contact caps; empty where they could not be read, which {@code notes} then say
 * @param capsKnown whether {@code caps} are all there are
 * @param explores whether the exploration drew for this customer
 * @param arm what the customer gets as one arm; empty where the plan does not explore
 * @param notes what could not be read, or has changed since the plan was made
 */
public record CustomerFacts(
        Plan plan,
        String customer,
        List<Offer> offers,
        List<Limit> limits,
        List<Rule> rules,
        List<Cap> caps,
        boolean capsKnown,
        boolean explores,
        Optional<Arm> arm,
        List<String> notes) {
    public CustomerFacts {
        offers = List.copyOf(offers);
        limits = List.copyOf(limits);
        rules = List.copyOf(rules);
        caps = List.copyOf(caps);
        notes = List.copyOf(notes);
    }

    /**
     * The plan.
     *
     * @param margin empty where the objective is GMV
     */
    public record Plan(
            String plan,
            String campaign,
            String date,
            String kind,
            String currency,
            Optional<Double> margin,
            List<String> plannedWith) {}

    /**
     * One offer.
     *
     * @param cost what the campaign itself pays, as do the two that follow
     * @param learntCost whether the cost is what the model learnt, rather than per send and order
     * @param future present where the objective counts later orders
     * @param send present where it is sent
     * @param reason as in not_sent.csv; empty where it is sent
     */
    public record Offer(
            String offer,
            String channel,
            double uplift,
            double orderProbability,
            double value,
            double cost,
            double costPerSend,
            double costPerOrder,
            boolean learntCost,
            Optional<Future> future,
            Optional<Send> send,
            String reason) {}

    /**
     * What an offer's extra orders are worth later: the product of the two.
     *
     * @param extraOrders P(order | offer) − P(order | nothing)
     * @param valueOfAnOrder in currency
     */
    public record Future(double extraOrders, double valueOfAnOrder) {}

    /** Everything that a customer gets, such as {@code coupon_5+push} or {@code none}. */
    public record Arm(String arm, double propensity) {}

    /** A send. */
    public record Send(String sendAt, String expiresAt, String decisionId, double propensity) {}

    /**
     * A limit across customers, such as the budget.
     *
     * @param charge what it adds up, in words
     * @param price in currency for one more unit
     * @param ofValue {@code [offer]}: how many units one of value charges; 0 where it does not
     *     count
     * @param ofCost alike for one of cost
     * @param perSend units besides
     */
    public record Limit(
            String limit,
            String charge,
            Optional<Double> atLeast,
            Optional<Double> atMost,
            double use,
            double price,
            double[] ofValue,
            double[] ofCost,
            double[] perSend) {}

    /**
     * At most so many of some offers to any one customer.
     *
     * @param rule in words
     */
    public record Rule(String rule, List<String> offers, int atMost) {}

    /**
     * A contact cap.
     *
     * @param offers those that obey it
     * @param atMost sends in its window; 1 for a gap
     * @param gapSeconds how far apart sends must be; empty where it is no gap
     * @param now what it leaves
     * @param filledBy what was sent or reserved in a window with one of today's messages
     * @param eased what it would leave were it one, two, … higher; or, of a gap, were it just as
     *     long as the past lets it be; empty where that changes nothing
     */
    public record Cap(
            String cap,
            List<String> offers,
            long atMost,
            Optional<Long> gapSeconds,
            Room now,
            List<Contact> filledBy,
            List<Eased> eased) {}

    /**
     * What a cap leaves.
     *
     * @param left of its offers together; empty where it cannot bind
     * @param closed offers that it forbids
     */
    public record Room(OptionalInt left, List<String> closed) {}

    /** What a cap would leave with another number: of sends, or of seconds for a gap. */
    public record Eased(long to, Room room) {}

    /**
     * What was sent, or is reserved.
     *
     * @param at RFC 3339, on the customer's clock
     * @param status {@code planned} for what is reserved
     */
    public record Contact(String at, String channel, String campaign, String status) {}
}
