package dev.marginal.optimizer.allocation;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.Terms;
import dev.marginal.optimizer.kernel.Agreement;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.PersonalLimits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A greedy plan as a rule for any customer: sends down to the score at which the list was cut
 * short, best first, within the personal limits.
 *
 * <p>A limit that is full lets its own sends pass by while others go on, so there is a cut-off for
 * each offer and each kind of customers. It stands where it errs least: as many sends as possible
 * at or above it were made, as few as possible below. Sends that the customer's other sends left no
 * room for say nothing of it. On the plan's own customers it sends what the plan sends, but for the
 * few that slipped into the last of the budget.
 */
public final class GreedyPolicy {
    private static final int SCORE_BITS = 32;
    private static final long SCORE = (1L << SCORE_BITS) - 1;

    private final float[][] cutOff;
    private final PersonalLimits[] personal;

    private GreedyPolicy(float[][] cutOff, PersonalLimits[] personal) {
        this.cutOff = cutOff;
        this.personal = personal;
    }

    /**
     * The policy of a greedy plan.
     *
     * @param how the plan was made
     * @param kind of each customer, from 0: those of one kind are alike to all rules and may get
     *     the same offers
     * @param member a customer of each kind
     * @param pins whose sends the list did not decide
     */
    public static GreedyPolicy of(
            GreedyAllocator how,
            SendPlan plan,
            OfferBook book,
            Rules rules,
            int[] kind,
            int[] member,
            Pins pins) {
        List<Limit> limits =
                rules.limits(Terms.of(book)).filter(Limit.Personal.class::isInstance).toList();
        Instance instance = Instance.of(book, limits);
        PersonalLimits[] personal =
                IntStream.of(member).mapToObj(instance::personal).toArray(PersonalLimits[]::new);
        Made made = new Made(how, book, plan.sets(book.customers()), kind, personal, pins);
        float[][] cutOff = new float[member.length][book.offers().size()];
        for (int offer = 0; offer < book.offers().size(); offer++) {
            made.cutOff(offer, cutOff);
        }
        return new GreedyPolicy(cutOff, personal);
    }

    /**
     * What rows would get in the place of the customers of one kind.
     *
     * @param how the list of these rows is made, as the plan's was
     * @param rows has the plan's offers, all open to all
     * @return the rows that would get anything, {@code kind} being the place
     */
    public Agreement sets(int kind, GreedyAllocator how, OfferBook rows) {
        int[] numbers = new int[rows.customers()];
        long[] sets = new long[rows.customers()];
        int count = 0;
        float[] scores = new float[cutOff[kind].length];
        for (int row = 0; row < rows.customers(); row++) {
            for (int offer = 0; offer < scores.length; offer++) {
                scores[offer] = how.score(rows, offer, row);
            }
            long set = best(scores, cutOff[kind], personal[kind]);
            if (set != 0) {
                numbers[count] = row;
                sets[count++] = set;
            }
        }
        return new Agreement(
                new int[] {kind}, Arrays.copyOf(numbers, count), Arrays.copyOf(sets, count));
    }

    private static long best(float[] scores, float[] cutOff, PersonalLimits personal) {
        long set = 0;
        int next = next(scores, cutOff);
        while (next >= 0) {
            long with = set | 1L << next;
            set = personal.admits(with) ? with : set;
            scores[next] = Float.NaN;
            next = next(scores, cutOff);
        }
        return set;
    }

    /** The highest score that is not cut off, the first of equal ones; -1 for none. */
    private static int next(float[] scores, float[] cutOff) {
        int next = -1;
        for (int offer = 0; offer < scores.length; offer++) {
            if (scores[offer] >= cutOff[offer] && (next < 0 || scores[offer] > scores[next])) {
                next = offer;
            }
        }
        return next;
    }

    /** A greedy plan's sends beside those that it could have made. */
    private record Made(
            GreedyAllocator how,
            OfferBook book,
            long[] sets,
            int[] kind,
            PersonalLimits[] personal,
            Pins pins) {
        /** Fills in the cut-off of one offer for every kind. */
        void cutOff(int offer, float[][] into) {
            for (float[] ofKind : into) {
                ofKind[offer] = Float.POSITIVE_INFINITY;
            }
            long[] telling = telling(offer);
            int balance = 0;
            int best = 0;
            for (int i = 0; i < telling.length; i++) {
                boolean isFirst = i == 0 || kindOf(telling[i]) != kindOf(telling[i - 1]);
                balance = (isFirst ? 0 : balance) + (isMade(telling[i]) ? 1 : -1);
                best = isFirst ? 0 : best;
                boolean isLastOfEqual =
                        i + 1 == telling.length || telling[i] >> 1 != telling[i + 1] >> 1;
                if (isLastOfEqual && balance > best) {
                    best = balance;
                    into[kindOf(telling[i])][offer] = score(telling[i]);
                }
            }
        }

        /** By kind, then by falling score; the last bit is 0 for a send that was made. */
        private long[] telling(int offer) {
            long[] telling = new long[book.customers()];
            int count = 0;
            int pin = 0;
            for (int customer = 0; customer < book.customers(); customer++) {
                if (pin < pins.customers() && pins.customer()[pin] == customer) {
                    pin++;
                    continue;
                }
                float score = how.score(book, offer, customer);
                long with = sets[customer] | 1L << offer;
                if (!Float.isNaN(score)
                        && book.allows(offer, customer)
                        && personal[kind[customer]].admits(with)) {
                    telling[count++] = entry(kind[customer], score, with == sets[customer]);
                }
            }
            long[] sorted = Arrays.copyOf(telling, count);
            Arrays.parallelSort(sorted);
            return sorted;
        }

        private static long entry(int kind, float score, boolean isMade) {
            long falling = GreedyAllocator.falling(score) ^ Integer.MIN_VALUE;
            return ((long) kind << SCORE_BITS | falling & SCORE) << 1 | (isMade ? 0 : 1);
        }

        private static int kindOf(long entry) {
            return (int) (entry >>> SCORE_BITS + 1);
        }

        private static boolean isMade(long entry) {
            return (entry & 1) == 0;
        }

        private static float score(long entry) {
            int rising = ~((int) (entry >>> 1) ^ Integer.MIN_VALUE);
            return Float.intBitsToFloat(rising ^ rising >> 31 & 0x7FFFFFFF);
        }
    }
}
