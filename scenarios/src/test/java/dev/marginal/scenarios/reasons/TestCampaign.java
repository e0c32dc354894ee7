package dev.marginal.scenarios.reasons;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.MinimumReach;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.Valuation;
import dev.marginal.uplift.UpliftScores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A small random campaign with ties, closed gates and rules of many kinds. */
final class TestCampaign {
    private static final String[] CHANNELS = {"push", "email", "coupon"};

    final int customers;
    final List<CampaignOffer> offers;
    final UpliftScores scores;
    final Valuation valuation;
    final Traits traits;
    final Gates gates;
    final Budget budget;
    final Rules rules;

    TestCampaign(long seed) {
        Random random = new Random(seed);
        customers = 5 + random.nextInt(30);
        offers =
                IntStream.range(0, 2 + random.nextInt(5))
                        .mapToObj(
                                number ->
                                        new CampaignOffer(
                                                new Offer("o" + number, CHANNELS[number % 3]),
                                                "t" + number,
                                                0,
                                                0))
                        .toList();
        float[][] uplift = new float[offers.size()][customers];
        float[][] cost = new float[offers.size()][customers];
        boolean tied = random.nextBoolean();
        for (int o = 0; o < uplift.length; o++) {
            for (int i = 0; i < customers; i++) {
                uplift[o][i] = amount(random, 9, tied) - 2;
                cost[o][i] = amount(random, 3, tied);
            }
        }
        scores =
                new UpliftScores(
                        offers.stream().map(CampaignOffer::treatment).toList(),
                        uplift,
                        new float[offers.size()][customers],
                        new float[customers],
                        Optional.of(cost));
        valuation = new Valuation(offers, new Objective.Gmv());
        traits = new Traits(List.of(segments(random)), Map.of());
        gates = gates(random);
        budget =
                random.nextInt(5) == 0
                        ? Budget.unlimited()
                        : Budget.of(random.nextInt(2 * customers));
        rules = rules(random);
    }

    /** The plan, if there is one. */
    Optional<CampaignPlan> plan(Allocator allocator) {
        OfferBook open = valuation.value(scores, traits);
        float[][] value = open.value();
        for (int o = 0; o < value.length; o++) {
            for (int i = 0; i < customers; i++) {
                value[o][i] = gates.isOpen(o, i) ? value[o][i] : Float.NaN;
            }
        }
        OfferBook book =
                new OfferBook(
                        open.offers(), value, open.cost(), open.segmentations(), open.measures());
        SendPlan sends = allocator.allocate(book, budget, rules);
        boolean found = sends.outcome() == Outcome.OPTIMAL || sends.outcome() == Outcome.FEASIBLE;
        return found ? Optional.of(new CampaignPlan(scores, book, sends)) : Optional.empty();
    }

    private static float amount(Random random, int most, boolean tied) {
        return tied ? random.nextInt(most + 1) : most * random.nextFloat();
    }

    private Segmentation segments(Random random) {
        int[] code = random.ints(customers, 0, 2).toArray();
        return new Segmentation("stage", List.of("new", "old"), code);
    }

    private Gates gates(Random random) {
        List<NotSent> reasons =
                List.of(
                        new NotSent(NotSent.Code.HOLDOUT, "global"),
                        new NotSent(NotSent.Code.CAP, "weekly"));
        byte[][] reason = new byte[offers.size()][customers];
        for (byte[] column : reason) {
            for (int i = 0; i < customers; i++) {
                column[i] = (byte) Math.max(0, random.nextInt(12) - 9);
            }
        }
        return new Gates(reasons, reason);
    }

    private Rules rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new ContactLimit(Scope.ANY, 1 + random.nextInt(3)));
        if (random.nextBoolean()) {
            rules.add(new ContactLimit(new Scope.OfChannel("push"), random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            rules.add(ChannelCap.sends("push", random.nextInt(customers / 2)));
        }
        if (random.nextBoolean()) {
            rules.add(ChannelCap.spend("email", random.nextInt(customers)));
        }
        if (random.nextInt(3) == 0) {
            rules.add(new MinimumReach(Scope.ANY, Segment.of("stage", "new"), 2));
        }
        if (random.nextInt(3) == 0) {
            rules.add(new MinimumRoi(new BigDecimal("2.5"), Scope.ANY, Segment.EVERYONE));
        }
        if (offers.size() > 2 && random.nextBoolean()) {
            rules.add(Exclusion.of("o0", "o1"));
            rules.add(Exclusion.of("o1", "o2"));
        }
        return new Rules(rules);
    }
}
