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
        int[] customers = plan.sends().customer();
        byte[] offer = plan.sends().offer();
        int pin = 0;
        for (int send = 0; send < customers.length; send++) {
            int customer = customers[send];
            while (pin < pinned.length && pinned[pin] < customer) {
                pin++;
            }
            if (pin < pinned.length && pinned[pin] == customer) {
                drawn[offer[send]]++;
                continue;
            }
            int kind = kindOf[customer];
            chosen[kind * drawn.length + offer[send]]++;
            if (member[kind] < 0) {
                member[kind] = customer;
            }
        }
    }
}
