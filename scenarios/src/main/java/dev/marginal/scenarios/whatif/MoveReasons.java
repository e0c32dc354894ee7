package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why customers move from some offers to others.
 *
 * <p>Both plans give a customer what is worth most after every limit has charged its price. So who
 * moves does for one of four reasons, asked in this order: what they got is closed to them now;
 * what they get was closed; it is worth or costs something else now; or the price of a limit has
 * changed. Of the prices the one is told that changes most what the move is worth. Averages are of
 * the first {@value #MOST_ASKED} customers of a move.
 */
public final class MoveReasons {
    private static final int MOST_ASKED = 2_000;

    private final Answer answer;
    private final Answer baseline;
    private final List<String> ids;
    private final List<PricedLimit> limits;

    private MoveReasons(Answer answer, Answer baseline) {
        this.answer = answer;
        this.baseline = baseline;
        this.ids = answer.plan().offers().offers().stream().map(offer -> offer.id()).toList();
        this.limits = limits(answer, baseline);
    }

    /**
     * A sentence for each of some moves, in their order.
     *
     * @param moves of the difference between the two
     */
    public static List<String> of(Answer answer, Answer baseline, List<Difference.Move> moves) {
        return new MoveReasons(answer, baseline).of(moves);
    }

    private List<String> of(List<Difference.Move> moves) {
        Map<Way, MoveSum> sums = new LinkedHashMap<>();
        for (Difference.Move move : moves) {
            sums.put(
                    new Way(bits(move.from()), bits(move.to())),
                    new MoveSum(new double[limits.size()]));
        }
        SendsByCustomer before = new SendsByCustomer(baseline.plan().sends());
        SendsByCustomer now = new SendsByCustomer(answer.plan().sends());
        int open = sums.size();
        while (open > 0 && (before.hasNext() || now.hasNext())) {
            int customer = Math.min(before.customer(), now.customer());
            Way way = new Way(before.take(customer), now.take(customer));
            MoveSum sum = sums.get(way);
            if (sum != null && sum.customers < MOST_ASKED) {
                add(way, customer, sum);
                open -= sum.customers == MOST_ASKED ? 1 : 0;
            }
        }
        List<String> sentences = new ArrayList<>();
        sums.forEach((way, sum) -> sentences.add(sentence(way, sum)));
        return sentences;
    }

    /** From which offers to which, as bits. */
    private record Way(long from, long to) {
        long added() {
            return to & ~from;
        }

        long removed() {
            return from & ~to;
        }
    }

    private long bits(List<String> offers) {
        return offers.stream()
                .mapToLong(offer -> 1L << ids.indexOf(offer))
                .reduce(0, (a, b) -> a | b);
    }

    private void add(Way way, int customer, MoveSum sum) {
        CampaignPlan now = answer.plan();
        CampaignPlan before = baseline.plan();
        sum.customers++;
        sum.closed += open(now, way.removed(), customer) ? 0 : 1;
        sum.opened += open(before, way.added(), customer) ? 0 : 1;
        sum.value += worth(now, way.to(), customer) - worth(now, way.from(), customer);
        sum.revalued += worth(now, way.to(), customer) - worth(before, way.to(), customer);
        sum.revalued -= worth(now, way.from(), customer) - worth(before, way.from(), customer);
        sum.recosted += cost(now, way.to(), customer) - cost(before, way.to(), customer);
        sum.recosted -= cost(now, way.from(), customer) - cost(before, way.from(), customer);
        for (int limit = 0; limit < sum.use.length; limit++) {
            sum.use[limit] +=
                    limits.get(limit).use(way.to(), customer)
                            - limits.get(limit).use(way.from(), customer);
        }
    }

    private static boolean open(CampaignPlan plan, long offers, int customer) {
        for (long left = offers; left != 0; left &= left - 1) {
            if (!plan.offers().allows(Long.numberOfTrailingZeros(left), customer)) {
                return false;
            }
        }
        return true;
    }

    private static double worth(CampaignPlan plan, long offers, int customer) {
        long sum = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            sum += plan.offers().valueMicros(Long.numberOfTrailingZeros(left), customer);
        }
        return (double) sum / OfferBook.MICROS;
    }

    private static double cost(CampaignPlan plan, long offers, int customer) {
        long sum = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            sum += plan.offers().costMicros(Long.numberOfTrailingZeros(left), customer);
        }
        return (double) sum / OfferBook.MICROS;
    }

    private String sentence(Way way, MoveSum sum) {
        MoveWords words = new MoveWords(answer.brief().file().currency(), sum);
        String added = named(way.added());
        String removed = named(way.removed());
        if (sum.customers == 0) {
            return "";
        }
        if (way.from() == way.to()) {
            return words.revalued(named(way.to()));
        }
        if (2 * sum.closed > sum.customers) {
            return words.closed(removed);
        }
        if (2 * sum.opened > sum.customers) {
            return words.opened(added);
        }
        int dearest = dearest(sum);
        return dearest < 0
                ? words.indifferent(added, removed)
                : words.priced(limits.get(dearest), dearest, added, removed);
    }

    /** The limit whose price changes most what the move is worth; -1 for none. */
    private int dearest(MoveSum sum) {
        int dearest = -1;
        double most = Math.abs(sum.revalued);
        for (int limit = 0; limit < limits.size(); limit++) {
            double effect = Math.abs(limits.get(limit).change() * sum.use[limit]);
            if (effect > most) {
                dearest = limit;
                most = effect;
            }
        }
        return dearest;
    }

    private String named(long bits) {
        List<String> names = new ArrayList<>();
        for (long left = bits; left != 0; left &= left - 1) {
            names.add(ids.get(Long.numberOfTrailingZeros(left)));
        }
        return String.join(" + ", names);
    }

    /** The limits whose price is not the same in both plans. */
    private static List<PricedLimit> limits(Answer answer, Answer baseline) {
        Map<String, PricedLimit> all = new LinkedHashMap<>();
        SendPlan now = answer.plan().sends();
        for (LimitUse use : baseline.plan().sends().limits()) {
            all.put(
                    use.limit().name(),
                    PricedLimit.of(use.limit(), use.price(), 0, baseline.plan().offers()));
        }
        for (LimitUse use : now.limits()) {
            PricedLimit old = all.get(use.limit().name());
            double before = old == null ? 0 : old.before();
            all.put(
                    use.limit().name(),
                    PricedLimit.of(use.limit(), before, use.price(), answer.plan().offers()));
        }
        return all.values().stream().filter(limit -> limit.change() != 0).toList();
    }
}
