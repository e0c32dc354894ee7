package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Pins;
import dev.marginal.scenarios.CampaignPlan;
import java.util.Arrays;

/**
 * How many sends of each offer each kind of customers gets.
 *
 * @param chosen {@code [kind · offers + offer]}
 * @param drawn {@code [offer]}: to customers whose sends were drawn, not chosen
 * @param member of each kind, one with a chosen send where there is any
 */
record SendsByKind(long[] chosen, long[] drawn, int[] member) {
    /** Of so few offers, sets are counted instead of sends: one sum for each customer. */
    private static final int FEW = 8;

    private static final int MOST_SUMS = 1 << 18;

    static SendsByKind of(CampaignPlan plan, CustomerKinds kinds, Pins pins) {
        int offers = plan.offers().offers().size();
        int[] member = new int[kinds.first().length];
        Arrays.fill(member, -1);
        SendsByKind sends =
                new SendsByKind(new long[member.length * offers], new long[offers], member);
        sends.count(plan, kinds.of(), pins.customer());
        for (int kind = 0; kind < member.length; kind++) {
            member[kind] = member[kind] < 0 ? kinds.first()[kind] : member[kind];
        }
        return sends;
    }

    /** The chosen sends of one kind, by offer. */
    long[] of(int kind) {
        return Arrays.copyOfRange(chosen, kind * drawn.length, (kind + 1) * drawn.length);
    }

    private void count(CampaignPlan plan, int[] kindOf, int[] pinned) {
        long[] sets = plan.sends().sets(kindOf.length);
        boolean few = drawn.length <= FEW && member.length << drawn.length <= MOST_SUMS;
        long[] bySet = new long[few ? member.length << drawn.length : 0];
        int pin = 0;
        for (int customer = 0; customer < sets.length; customer++) {
            if (sets[customer] == 0) {
                continue;
            }
            while (pin < pinned.length && pinned[pin] < customer) {
                pin++;
            }
            if (pin < pinned.length && pinned[pin] == customer) {
                add(sets[customer], 1, 0, drawn);
                continue;
            }
            int kind = kindOf[customer];
            if (few) {
                bySet[kind << drawn.length | (int) sets[customer]]++;
            } else {
                add(sets[customer], 1, kind * drawn.length, chosen);
            }
            member[kind] = member[kind] < 0 ? customer : member[kind];
        }
        for (int at = 0; at < bySet.length; at++) {
            int set = at & (1 << drawn.length) - 1;
            add(set, bySet[at], (at >> drawn.length) * drawn.length, chosen);
        }
    }

    private static void add(long set, long count, int first, long[] sums) {
        for (long left = set; left != 0; left &= left - 1) {
            sums[first + Long.numberOfTrailingZeros(left)] += count;
        }
    }
}
