package dev.marginal.optimizer;

import java.util.List;
import java.util.OptionalLong;

/** The best value of a tiny campaign by trying every plan: at most {@value #MOST_SENDS} sends. */
public final class BruteForce {
    private static final int MOST_SENDS = 16;

    private final OfferBook book;
    private final List<Limit> limits;
    private final long[][] use;
    private final long[] sum;
    private final long[] sets;
    private long best = Long.MIN_VALUE;

    private BruteForce(OfferBook book, List<Limit> limits) {
        this.book = book;
        this.limits = limits;
        this.sum = new long[limits.size()];
        this.sets = new long[book.customers()];
        this.use = new long[book.customers() * book.offers().size()][limits.size()];
        for (int send = 0; send < use.length; send++) {
            for (int limit = 0; limit < limits.size(); limit++) {
                if (limits.get(limit) instanceof Limit.Shared shared) {
                    use[send][limit] = Sends.use(book, shared, offer(send), customer(send));
                }
            }
        }
    }

    /** In micro-units; empty if no plan keeps every limit. */
    public static OptionalLong best(OfferBook book, Budget budget, Rules rules) {
        BruteForce all = new BruteForce(book, Sends.limits(book, budget, rules));
        if (all.use.length > MOST_SENDS) {
            throw new IllegalArgumentException("too many plans to try: " + all.use.length);
        }
        all.decide(0, 0);
        return all.best == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(all.best);
    }

    private void decide(int send, long value) {
        if (send == use.length) {
            best = value > best && kept() ? value : best;
            return;
        }
        decide(send + 1, value);
        if (!book.allows(offer(send), customer(send))) {
            return;
        }
        make(send, 1);
        decide(send + 1, value + book.valueMicros(offer(send), customer(send)));
        make(send, -1);
    }

    private void make(int send, int sign) {
        sets[customer(send)] ^= 1L << offer(send);
        for (int limit = 0; limit < sum.length; limit++) {
            sum[limit] += sign * use[send][limit];
        }
    }

    private boolean kept() {
        for (int number = 0; number < sum.length; number++) {
            Limit limit = limits.get(number);
            boolean kept =
                    limit instanceof Limit.Shared shared
                            ? sum[number] >= shared.least() && sum[number] <= shared.most()
                            : new Sends(book, sets).keep(limit);
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    private int offer(int send) {
        return send % book.offers().size();
    }

    private int customer(int send) {
        return send / book.offers().size();
    }
}
