package dev.marginal.scenarios.explanation;

import dev.marginal.scenarios.audit.CustomerFacts;
import java.util.List;
import java.util.Optional;

/**
 * One customer's story in a plan. Money is in the plan's currency. docs/explain.md tells every key
 * of its JSON.
 *
 * @param sent the offers that are sent
 * @param drawn present where the exploration drew what is sent
 * @param offers in the campaign's order
 * @param prices the limits that have a price
 * @param caps the contact caps that speak of these offers
 * @param notes what could not be read, or does not follow from prices alone
 */
public record Explanation(
        CustomerFacts.Plan plan,
        String customer,
        List<String> sent,
        Optional<CustomerFacts.Arm> drawn,
        List<Offer> offers,
        List<Price> prices,
        List<Cap> caps,
        List<String> notes) {
    public Explanation {
        sent = List.copyOf(sent);
        offers = List.copyOf(offers);
        prices = List.copyOf(prices);
        caps = List.copyOf(caps);
        notes = List.copyOf(notes);
    }

    /**
     * One offer and its fate.
     *
     * @param made how the value came about
     * @param charges what the priced limits charge it
     * @param reducedValue its value less these charges: α·value − β·cost − γ
     * @param send present where it is sent
     * @param reason as in not_sent.csv; empty where it is sent
     * @param flips what would have changed its fate, all else equal, at the plan's prices
     */
    public record Offer(
            String offer,
            String channel,
            double uplift,
            double orderProbability,
            double value,
            double cost,
            Made made,
            List<Charge> charges,
            Rates rates,
            double reducedValue,
            Optional<CustomerFacts.Send> send,
            String reason,
            List<Flip> flips) {
        /** Whether it is sent. */
        public boolean isSent() {
            return send.isPresent();
        }
    }

    /**
     * How value and cost came about: value = uplift, or uplift × margin − cost where there is a
     * margin, or uplift + extra orders × value of an order where later orders count; cost = cost
     * per send + order probability × cost per order, or what the model learnt.
     */
    public record Made(
            Optional<Double> margin,
            double costPerSend,
            double costPerOrder,
            boolean learntCost,
            Optional<CustomerFacts.Future> future) {}

    /** What one limit charges: {@code uses} of its units, together worth {@code amount}. */
    public record Charge(String limit, double uses, double amount) {}

    /** The reduced value is {@code alpha} × value − {@code beta} × cost − {@code gamma}. */
    public record Rates(double alpha, double beta, double gamma) {}

    /** A limit across customers with a price, in currency for one more of its units. */
    public record Price(
            String limit,
            String charge,
            Optional<Double> atLeast,
            Optional<Double> atMost,
            double use,
            double price) {}

    /**
     * A contact cap.
     *
     * @param left of its offers today; empty where it cannot bind
     * @param filledBy what was sent or reserved in a window with today's messages
     */
    public record Cap(
            String cap,
            List<String> offers,
            long atMost,
            Optional<Long> gapSeconds,
            Optional<Integer> left,
            List<CustomerFacts.Contact> filledBy) {}

    /**
     * One thing that would have changed an offer's fate.
     *
     * @param what kind of thing
     * @param of the limit, rule or cap; empty for none
     * @param now what it is; absent where it is no number
     * @param then what it would have to be: beyond a value, at or beyond a price, at the number of
     *     a cap or rule
     * @param andValueMore how much higher the offer's value would have to be besides; absent where
     *     it need not be
     */
    public record Flip(
            What what,
            String of,
            Optional<Double> now,
            Optional<Double> then,
            Optional<Double> andValueMore) {
        static Flip of(What what, String of) {
            return new Flip(what, of, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Flip of(What what, String of, double now, double then) {
            return new Flip(what, of, Optional.of(now), Optional.of(then), Optional.empty());
        }

        Flip andValueMore(double more) {
            return new Flip(what, of, now, then, Optional.of(more));
        }
    }

    /** Kinds of flips. */
    public enum What {
        /** The offer's value. */
        VALUE,
        /** The price of the limit {@code of}. */
        PRICE,
        /** The room in the limit {@code of}, which is used up to the last unit. */
        LIMIT,
        /** How many the rule inside one customer {@code of} allows. */
        RULE,
        /** How many the contact cap {@code of} allows. */
        CAP,
        /** The seconds that the contact cap {@code of} keeps sends apart. */
        GAP,
        /** The reason {@code of}, such as {@code no_consent}, not holding any more. */
        GATE,
        /** Nothing would have, because of {@code of}. */
        NOTHING,
        /** Cannot be told; a note says why. */
        UNKNOWN
    }
}
