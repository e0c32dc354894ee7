package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.days.DaysAhead;
import dev.marginal.scenarios.days.FlightBudget;
import dev.marginal.scenarios.days.Today;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a plan of today and later days says about today, campaign by campaign.
 *
 * <p>A contact is kept where the plan sends the customer something later that is under a cap.
 */
final class Foresight {
    private static final int NOBODY = -1;

    private final List<CampaignDay> campaigns;
    private final JointBook joint;
    private final Today today;
    private final OfferSet capped;
    private final List<FlightBudget> budgets;
    private final int[] keptFor;
    private final double[] expected;

    /**
     * Of a plan.
     *
     * @param capped today's offers that leave less room on later days
     * @param budgets those that were paced
     */
    Foresight(
            List<CampaignDay> campaigns,
            JointBook joint,
            Today today,
            List<DaysAhead> ahead,
            OfferSet capped,
            List<FlightBudget> budgets) {
        this.campaigns = campaigns;
        this.joint = joint;
        this.today = today;
        this.capped = capped;
        this.budgets = budgets;
        this.keptFor = new int[today.keptBack().length];
        this.expected = new double[keptFor.length];
        Arrays.fill(keptFor, NOBODY);
        findWhatFor(ahead);
    }

    private void findWhatFor(List<DaysAhead> ahead) {
        SendPlan plan = today.joint();
        int[] campaignOf = campaignOf();
        for (int send = 0; send < plan.sends(); send++) {
            int offer = plan.offer()[send] % campaignOf.length;
            int block = plan.offer()[send] / campaignOf.length;
            int customer = plan.customer()[send];
            if (block > 0 && capped.contains(offer) && waits(customer)) {
                OfferBook later = ahead.get(block - 1).expected();
                double value = later.value()[offer][customer];
                if (value > expected[customer]) {
                    expected[customer] = value;
                    keptFor[customer] = campaignOf[offer];
                }
            }
        }
    }

    private boolean waits(int customer) {
        return (today.keptBack()[customer].bits() & capped.bits()) != 0;
    }

    private int[] campaignOf() {
        return IntStream.range(0, campaigns.size())
                .flatMap(
                        number ->
                                campaigns.get(number).file().offers().stream()
                                        .mapToInt(any -> number))
                .toArray();
    }

    /** What each campaign sends today besides what explorers drew: bits by its audience. */
    long[][] sent() {
        return joint.byAudience(today.joint().sets(keptFor.length, campaignOf().length));
    }

    /**
     * What a campaign does not send today: for each campaign whose later messages contacts are kept
     * for, bits of offers by the audience. Of offers that are open and worth something.
     */
    SortedMap<String, long[]> kept(int number, OfferBook open) {
        SortedMap<String, long[]> kept = new TreeMap<>();
        for (int other : Arrays.stream(keptFor).filter(one -> one >= 0).distinct().toArray()) {
            long[] bits = new long[keptFor.length];
            for (int customer = 0; customer < bits.length; customer++) {
                if (keptFor[customer] == other) {
                    bits[customer] = today.keptBack()[customer].bits() & capped.bits();
                }
            }
            long[] own = joint.byAudience(bits)[number];
            for (int row = 0; row < own.length; row++) {
                own[row] &= worthwhile(open, row);
            }
            if (Arrays.stream(own).anyMatch(one -> one != 0)) {
                kept.put(campaigns.get(other).file().campaign(), own);
            }
        }
        return kept;
    }

    private static long worthwhile(OfferBook open, int row) {
        long bits = 0;
        for (int offer = 0; offer < open.offers().size(); offer++) {
            boolean worth = open.allows(offer, row) && open.valueMicros(offer, row) > 0;
            bits |= worth ? 1L << offer : 0;
        }
        return bits;
    }

    /** What the message brings that a customer of a campaign's audience waits for, in currency. */
    double expected(int number, int row) {
        return expected[campaigns.get(number).place()[row]];
    }

    /** What a paced campaign spends today besides the draws; empty where it is not paced. */
    OptionalDouble spend(int number) {
        String campaign = campaigns.get(number).file().campaign();
        for (int one = 0; one < budgets.size(); one++) {
            if (budgets.get(one).campaign().equals(campaign)) {
                return OptionalDouble.of(today.budget().get(one));
            }
        }
        return OptionalDouble.empty();
    }

    /** The plan's prices that are not zero, by limit. */
    SortedMap<String, Double> prices() {
        SortedMap<String, Double> prices = new TreeMap<>(today.prices());
        prices.values().removeIf(price -> price == 0);
        return prices;
    }
}
