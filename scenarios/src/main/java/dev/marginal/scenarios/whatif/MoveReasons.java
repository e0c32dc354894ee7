package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Moved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Why customers move from some offers to others.
 *
 * <p>Both plans give a customer what is worth most after every limit has charged its price: value
 * less Σ price × use. So who moves does because what they got is closed to them now, because what
 * they get was closed, or because that sum has changed, of which one part is told, the one that
 * speaks most for the move: values, costs at the prices of before, or the price of one limit.
 * Averages are of the first {@value #MOST_ASKED} customers of a move.
 */
public final class MoveReasons {
    private static final int MOST_ASKED = 500;

    private final Answer answer;
    private final Answer baseline;
    private final List<String> ids;
    private final List<PricedLimit> limits;
    private final boolean revalued;

    private MoveReasons(Answer answer, Answer baseline) {
        this.answer = answer;
        this.baseline = baseline;
        this.ids = answer.plan().offers().offers().stream().map(offer -> offer.id()).toList();
        this.limits = limits(answer, baseline);
        this.revalued = !answer.valuesAs(baseline);
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
        Moved moved = answer.plan().since(baseline.plan());
        int[] numbers = moves.stream().mapToInt(move -> number(move, moved.ways())).toArray();
        int[][] asked = asked(moved, numbers);
        return IntStream.of(numbers)
                .mapToObj(number -> reason(moved.ways().get(number), asked[number]))
                .toList();
    }

    /** By way: the first customers of those that are asked for; none of others. */
    private static int[][] asked(Moved moved, int[] numbers) {
        int[] room = new int[moved.ways().size()];
        int[][] asked = new int[room.length][0];
        int open = 0;
        for (int number : numbers) {
            room[number] = MOST_ASKED;
            asked[number] = new int[MOST_ASKED];
            open += MOST_ASKED;
        }
        for (int i = 0; i < moved.size() && open > 0; i++) {
            int way = moved.way(i);
            if (room[way] > 0) {
                asked[way][MOST_ASKED - room[way]--] = moved.customer(i);
                open--;
            }
        }
        for (int number : numbers) {
            asked[number] = Arrays.copyOf(asked[number], MOST_ASKED - room[number]);
        }
        return asked;
    }

    private String reason(Moved.Way way, int[] customers) {
        MoveSum sum = new MoveSum(limits.size());
        for (int customer : customers) {
            add(way, customer, sum);
        }
        for (int limit = 0; limit < sum.use.length; limit++) {
            addUse(way, customers, limit, sum);
        }
        return sentence(way, sum);
    }

    private int number(Difference.Move move, List<Moved.Way> ways) {
        long from = bits(move.from());
        long to = bits(move.to());
        return IntStream.range(0, ways.size())
                .filter(number -> ways.get(number).from() == from && ways.get(number).to() == to)
                .findFirst()
                .orElseThrow();
    }

    private long bits(List<String> offers) {
        return offers.stream()
                .mapToLong(offer -> 1L << ids.indexOf(offer))
                .reduce(0, (a, b) -> a | b);
    }

    private void add(Moved.Way way, int customer, MoveSum sum) {
        CampaignPlan now = answer.plan();
        CampaignPlan before = baseline.plan();
        sum.customers++;
        sum.closed += open(now, way.removed(), customer) ? 0 : 1;
        sum.opened += open(before, way.added(), customer) ? 0 : 1;
        double value = gain(now, way, customer, true);
        double cost = gain(now, way, customer, false);
        sum.value += value;
        sum.cost += cost;
        sum.revalued += value - gain(before, way, customer, true);
        sum.recosted += cost - gain(before, way, customer, false);
    }

    /** The baseline's book need not know what a limit charges that has no price there. */
    private void addUse(Moved.Way way, int[] customers, int limit, MoveSum sum) {
        PricedLimit one = limits.get(limit);
        OfferBook now = answer.plan().offers();
        OfferBook before = baseline.plan().offers();
        for (int customer : customers) {
            double use = one.more(now, way.added(), way.removed(), customer);
            sum.use[limit] += use;
            if (revalued && one.before() != 0) {
                double then = one.more(before, way.added(), way.removed(), customer);
                sum.charged += one.before() * (use - then);
            }
        }
    }

    /** What a move brings, or costs, in one of the plans. */
    private static double gain(CampaignPlan plan, Moved.Way way, int customer, boolean value) {
        return sum(plan.offers(), way.to(), customer, value)
                - sum(plan.offers(), way.from(), customer, value);
    }

    private static boolean open(CampaignPlan plan, long offers, int customer) {
        for (long left = offers; left != 0; left &= left - 1) {
            if (!plan.offers().allows(Long.numberOfTrailingZeros(left), customer)) {
                return false;
            }
        }
        return true;
    }

    private static double sum(OfferBook book, long offers, int customer, boolean value) {
        long sum = 0;
        for (long left = offers; left != 0; left &= left - 1) {
            int offer = Long.numberOfTrailingZeros(left);
            sum += value ? book.valueMicros(offer, customer) : book.costMicros(offer, customer);
        }
        return (double) sum / OfferBook.MICROS;
    }

    private String sentence(Moved.Way way, MoveSum sum) {
        MoveWords words = new MoveWords(answer.brief().file().currency(), sum);
        String added = named(way.added());
        String removed = named(way.removed());
        if (way.from() == way.to()) {
            return words.same(named(way.to()));
        }
        if (2 * sum.closed > sum.customers) {
            return words.closed(removed);
        }
        if (2 * sum.opened > sum.customers) {
            return words.opened(added);
        }
        int dearest = dearest(sum);
        double price = dearest < 0 ? 0 : inFavour(sum, dearest);
        if (sum.revalued > price && sum.revalued > -sum.charged) {
            return words.revalued(added, removed);
        }
        if (-sum.charged > price) {
            return words.recosted(added, removed);
        }
        return dearest < 0
                ? words.indifferent()
                : words.priced(limits.get(dearest), dearest, added, removed);
    }

    /** The limit whose price speaks most for the move; -1 for none. */
    private int dearest(MoveSum sum) {
        int dearest = -1;
        for (int limit = 0; limit < limits.size(); limit++) {
            double most = dearest < 0 ? 0 : inFavour(sum, dearest);
            dearest = inFavour(sum, limit) > most ? limit : dearest;
        }
        return dearest;
    }

    private double inFavour(MoveSum sum, int limit) {
        return -limits.get(limit).change() * sum.use[limit];
    }

    private String named(long bits) {
        List<String> names = new ArrayList<>();
        for (long left = bits; left != 0; left &= left - 1) {
            names.add(ids.get(Long.numberOfTrailingZeros(left)));
        }
        return String.join(" + ", names);
    }

    /** The limits that have a price in one of the plans. */
    private static List<PricedLimit> limits(Answer answer, Answer baseline) {
        Map<String, PricedLimit> all = new LinkedHashMap<>();
        OfferBook before = baseline.plan().offers();
        OfferBook now = answer.plan().offers();
        for (LimitUse use : baseline.plan().sends().limits()) {
            all.put(use.limit().name(), PricedLimit.of(use.limit(), use.price(), 0, before));
        }
        for (LimitUse use : answer.plan().sends().limits()) {
            PricedLimit old = all.get(use.limit().name());
            double price = old == null ? 0 : old.before();
            all.put(use.limit().name(), PricedLimit.of(use.limit(), price, use.price(), now));
        }
        return all.values().stream()
                .filter(limit -> limit.before() != 0 || limit.now() != 0)
                .toList();
    }
}
