package dev.marginal.benchmarks.serving;

import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The campaign that is asked about, in words: six offers over four channels and thirty limits
 * across customers, all drawn from a seed. The budget is a fifth of what the best sends of
 * everybody would cost; every channel has a cap, at 60 to 85 % of the sends that the budget alone
 * would choose there; 25 of 31 regions have a budget, at 60 to 95 % of their even share.
 *
 * @param seed of everything drawn
 */
record PlantedWords(long seed) {
    static final String NAME = "planted";
    static final int REGIONS = 31;
    static final List<String> CHANNELS = List.of("push", "email", "sms", "letter");

    private static final int CAPPED_REGIONS = 25;
    private static final double BUDGET_SHARE = 0.2;
    private static final String FILE =
            """
            campaign: %s
            currency: USD
            learner: x
            history: {file: history.parquet, customer: customer_id, treatment: arm, control: none, gmv: gmv}
            audience: {file: %s, customer: customer_id}
            offers:
              - {offer: push,      treatment: push,      channel: push,   cost_per_send: 0.005}
              - {offer: news,      treatment: news,      channel: email,  cost_per_send: 0.01}
              - {offer: text,      treatment: text,      channel: sms,    cost_per_send: 0.05}
              - {offer: letter,    treatment: letter,    channel: letter, cost_per_send: 0.60}
              - {offer: coupon_5,  treatment: coupon_5,  channel: email,  cost_per_send: 0.01, cost_per_order: 5.00}
              - {offer: coupon_10, treatment: coupon_10, channel: sms,    cost_per_send: 0.05, cost_per_order: 10.00}
            objective: gmv
            budget: %.2f
            rules:
              - {rule: contact_limit, channel: any, at_most: 2}
            """;

    /** Where its customers come from. */
    PlantedWorld world() {
        return PlantedWorld.randomised(seed)
                .withArms(
                        new Arm("push", 0.4),
                        new Arm("news", 0.6),
                        new Arm("text", 0.9),
                        new Arm("letter", 1.4),
                        new Arm("coupon_5", 1.3),
                        new Arm("coupon_10", 1.9));
    }

    /** The name of a region. */
    static String region(int number) {
        return String.format(Locale.ROOT, "r%02d", number);
    }

    /** The campaign without any limit but the contacts of a customer, and a budget. */
    static String unlimited(String audience, double budget) {
        return String.format(Locale.ROOT, FILE, NAME, audience, budget);
    }

    /**
     * The campaign with all its limits.
     *
     * @param spend what the best sends of everybody would cost
     * @param sends per channel, of the plan that the budget alone limits
     */
    String limited(String audience, double spend, Map<String, Long> sends) {
        SplittableRandom random = new SplittableRandom(seed);
        double budget = budget(spend);
        StringBuilder text = new StringBuilder(unlimited(audience, budget));
        for (String channel : CHANNELS) {
            long most = Math.round(between(random, 0.60, 0.85) * sends.getOrDefault(channel, 0L));
            text.append(
                    "  - {rule: channel_cap, channel: %s, max_sends: %d}\n"
                            .formatted(channel, most));
        }
        String regions =
                IntStream.range(0, CAPPED_REGIONS)
                        .mapToObj(
                                region ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s: %.2f",
                                                region(region),
                                                between(random, 0.60, 0.95) * budget / REGIONS))
                        .collect(Collectors.joining(", "));
        return text
                + "  - {rule: segment_budget, by: region, max_spend: {%s}}\n".formatted(regions);
    }

    /** The budget of a campaign whose best sends would cost so much. */
    static double budget(double spend) {
        return Math.rint(BUDGET_SHARE * spend * 100) / 100;
    }

    /** Sends per channel of so many sends per offer. */
    static Map<String, Long> byChannel(List<String> channels, long[] sends) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int offer = 0; offer < sends.length; offer++) {
            sums.merge(channels.get(offer), sends[offer], Long::sum);
        }
        return sums;
    }

    private static double between(SplittableRandom random, double least, double most) {
        return random.nextDouble(least, most);
    }
}
