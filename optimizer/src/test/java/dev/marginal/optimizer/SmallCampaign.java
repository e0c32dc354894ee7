package dev.marginal.optimizer;

import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.OfferQuota;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** A random campaign small enough to try everything, with all kinds of rules mixed. */
public record SmallCampaign(long seed, OfferBook book, Budget budget, Rules rules) {
    private static final List<Offer> OFFERS =
            List.of(
                    new Offer("five", "coupon"),
                    new Offer("ten", "coupon"),
                    new Offer("push", "push"),
                    new Offer("email", "email"));

    /** One to eight customers, one to four offers, the same for the same seed. */
    public static SmallCampaign of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Offer> offers = OFFERS.subList(0, random.nextInt(1, 5));
        int customers = random.nextInt(1, 9);
        boolean tied = random.nextInt(3) == 0;
        float[][] value = new float[offers.size()][customers];
        float[][] cost = new float[offers.size()][customers];
        for (int offer = 0; offer < offers.size(); offer++) {
            for (int customer = 0; customer < customers; customer++) {
                value[offer][customer] = value(random, tied);
                cost[offer][customer] = cost(random, tied);
            }
        }
        OfferBook book = new OfferBook(offers, value, cost);
        return new SmallCampaign(seed, book, budget(random), rules(random, offers));
    }

    private static float value(SplittableRandom random, boolean tied) {
        if (random.nextInt(12) == 0) {
            return Float.NaN;
        }
        return tied ? random.nextInt(-2, 4) : (float) (random.nextDouble() * 10 - 3);
    }

    private static float cost(SplittableRandom random, boolean tied) {
        if (random.nextInt(10) == 0) {
            return 0;
        }
        return tied ? random.nextInt(1, 3) : (float) (random.nextDouble() * 4);
    }

    private static Budget budget(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Budget.unlimited();
            case 1 -> Budget.of(0);
            default -> Budget.of(random.nextDouble() * 16);
        };
    }

    private static Rules rules(SplittableRandom random, List<Offer> offers) {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            rules.add(rule(random, offers));
        }
        return new Rules(rules);
    }

    private static Rule rule(SplittableRandom random, List<Offer> offers) {
        Offer offer = offers.get(random.nextInt(offers.size()));
        Offer other = offers.get(random.nextInt(offers.size()));
        int few = random.nextInt(4);
        return switch (random.nextInt(7)) {
            case 0 -> new ContactLimit(Scope.ANY, few);
            case 1 -> new ContactLimit(new Scope.OfChannel(offer.channel()), random.nextInt(2));
            case 2 -> ChannelCap.sends(offer.channel(), few);
            case 3 ->
                    new ChannelCap(
                            offer.channel(),
                            OptionalLong.of(few + 1),
                            OptionalDouble.of(random.nextDouble() * 6));
            case 4 -> OfferQuota.atLeast(offer.id(), few);
            case 5 -> new OfferQuota(offer.id(), few, OptionalLong.of(few + random.nextInt(2)));
            default ->
                    offer.equals(other)
                            ? OfferQuota.atMost(offer.id(), few)
                            : Exclusion.of(offer.id(), other.id());
        };
    }

    @Override
    public String toString() {
        return "campaign %d: %d customers, %s, %s"
                .formatted(seed, book.customers(), budget, rules.all());
    }
}
