package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.planning.NoPlan;
import java.util.Arrays;
import java.util.List;

/** Decides between campaigns: what each sends, for now, in one plan of all. */
final class JointPlan {
    private final Crowd crowd;
    private final List<CampaignDay> campaigns;
    private final JointBook joint;

    JointPlan(Crowd crowd, List<CampaignDay> campaigns) {
        this.crowd = crowd;
        this.campaigns = campaigns;
        this.joint = new JointBook(crowd);
    }

    /** Adds the next campaign; explorers have their draws already, which the budget pays for. */
    void add(CampaignDay campaign, Together.View view, Draws draws, Budget budget) {
        OfferBook own = campaign.valued().offers();
        OfferBook open = OpenBook.of(own, view.gates(), List.of());
        long drawn = 0;
        for (int customer : draws.explorers()) {
            byte offer = draws.drawn()[customer];
            drawn += offer == Draws.NOTHING ? 0 : own.costMicros(offer, customer);
            for (float[] values : open.value()) {
                values[customer] = Float.NaN;
            }
        }
        double most = budget.atMost().orElse(Double.POSITIVE_INFINITY);
        double left = Math.max(0, most - (double) drawn / OfferBook.MICROS);
        joint.add(campaign, open, view.allowances(), left);
    }

    /**
     * What each campaign sends besides what explorers drew: bits of offers by its audience.
     *
     * @throws NoPlan if the campaigns' rules leave no plan of all
     */
    long[][] decide(Allocator allocator) {
        OfferBook book = joint.book();
        SendPlan plan = allocator.allocate(book, Budget.unlimited(), joint.rules());
        if (plan.outcome() == Outcome.INFEASIBLE || plan.outcome() == Outcome.NOT_FOUND) {
            throw new NoPlan(plan);
        }
        int[] firsts = joint.firsts();
        long[][] sent = new long[campaigns.size()][];
        for (int number = 0; number < sent.length; number++) {
            sent[number] = own(plan, firsts[number], campaigns.get(number));
        }
        return sent;
    }

    private long[] own(SendPlan plan, int first, CampaignDay campaign) {
        int[] row = new int[crowd.customers()];
        Arrays.fill(row, -1);
        for (int i = 0; i < campaign.place().length; i++) {
            row[campaign.place()[i]] = i;
        }
        int end = first + campaign.file().offers().size();
        long[] sent = new long[campaign.place().length];
        for (int send = 0; send < plan.sends(); send++) {
            int offer = plan.offer()[send];
            if (offer >= first && offer < end) {
                sent[row[plan.customer()[send]]] |= 1L << offer - first;
            }
        }
        return sent;
    }
}
