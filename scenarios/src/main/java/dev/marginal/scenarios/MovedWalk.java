package dev.marginal.scenarios;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.util.Arrays;

/** Walks along the sends of two plans, past those that are alike, for who moves. */
final class MovedWalk {
    private static final int FIRST_ROOM = 1 << 12;

    private final OfferBook now;
    private final OfferBook before;
    private final int[] customerNow;
    private final int[] customerBefore;
    private final byte[] offerNow;
    private final byte[] offerBefore;
    private final long revalued;
    private final Ways ways = new Ways();
    private int[] customer = new int[FIRST_ROOM];
    private int[] way = new int[FIRST_ROOM];
    private int size;
    private int atNow;
    private int atBefore;

    MovedWalk(CampaignPlan now, CampaignPlan before) {
        SendPlan later = now.sends();
        SendPlan earlier = before.sends();
        this.now = now.offers();
        this.before = before.offers();
        this.customerNow = later.customer();
        this.customerBefore = earlier.customer();
        this.offerNow = later.offer();
        this.offerBefore = earlier.offer();
        this.revalued = Moved.revalued(now.offers(), before.offers());
    }

    Moved walk() {
        passAlike();
        while (atNow < customerNow.length || atBefore < customerBefore.length) {
            int next = Math.min(next(customerNow, atNow), next(customerBefore, atBefore));
            backToFirst(next);
            long from = before(next);
            long to = now(next);
            add(next, from, to);
            passAlike();
        }
        return new Moved(
                Arrays.copyOf(customer, size), Arrays.copyOf(way, size), ways.all(), revalued);
    }

    /** Beyond all customers at the end. */
    private static int next(int[] customers, int at) {
        return at < customers.length ? customers[at] : Integer.MAX_VALUE;
    }

    /** Goes on while both plans send the same at the same values and costs. */
    private void passAlike() {
        int one = atNow;
        int other = atBefore;
        while (one < customerNow.length
                && other < customerBefore.length
                && customerNow[one] == customerBefore[other]
                && offerNow[one] == offerBefore[other]
                && !isRevalued(offerNow[one], customerNow[one])) {
            one++;
            other++;
        }
        atNow = one;
        atBefore = other;
    }

    private boolean isRevalued(int offer, int customer) {
        return (revalued >>> offer & 1) != 0
                && (now.value()[offer][customer] != before.value()[offer][customer]
                        || now.cost()[offer][customer] != before.cost()[offer][customer]);
    }

    /** Back to a customer's first send: what was passed of theirs is alike in both plans. */
    private void backToFirst(int next) {
        while (atNow > 0
                && atBefore > 0
                && customerNow[atNow - 1] == next
                && customerBefore[atBefore - 1] == next) {
            atNow--;
            atBefore--;
        }
    }

    private long now(int next) {
        long set = 0;
        for (; next(customerNow, atNow) == next; atNow++) {
            set |= 1L << offerNow[atNow];
        }
        return set;
    }

    private long before(int next) {
        long set = 0;
        for (; next(customerBefore, atBefore) == next; atBefore++) {
            set |= 1L << offerBefore[atBefore];
        }
        return set;
    }

    private void add(int next, long from, long to) {
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, 2 * size);
            way = Arrays.copyOf(way, 2 * size);
        }
        int number = ways.of(from, to);
        long kept = from & to & ~revalued;
        long value = value(now, to & ~kept, next) - value(before, from & ~kept, next);
        long spend = spend(now, to & ~kept, next) - spend(before, from & ~kept, next);
        if (from != to || value != 0 || spend != 0) {
            ways.add(number, value, spend);
        }
        customer[size] = next;
        way[size++] = number;
    }

    private static long value(OfferBook book, long set, int customer) {
        long value = 0;
        for (long left = set; left != 0; left &= left - 1) {
            value += book.valueMicros(Long.numberOfTrailingZeros(left), customer);
        }
        return value;
    }

    private static long spend(OfferBook book, long set, int customer) {
        long spend = 0;
        for (long left = set; left != 0; left &= left - 1) {
            spend += book.costMicros(Long.numberOfTrailingZeros(left), customer);
        }
        return spend;
    }
}
