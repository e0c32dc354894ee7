package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.holdout.Draws;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each customer of the audience gets as one arm, such as {@code push}, {@code none}, or {@code
 * coupon_5+push} where several offers are sent together, and with which probability.
 */
final class Arms {
    private static final String NONE = "none";

    private final CampaignPlan plan;
    private final Day day;
    private final long[] arm;

    Arms(CampaignPlan plan, Day day) {
        this.plan = plan;
        this.day = day;
        this.arm = plan.sends().sets(plan.offers().customers());
    }

    /** {@code [customer]}: the probability of the customer's arm; 1 where nobody explores. */
    double[] propensities() {
        double[] propensity = new double[arm.length];
        Arrays.fill(propensity, 1);
        if (day.exploring().isEmpty()) {
            return propensity;
        }
        Draws draws = day.exploring().get().draws();
        long[] planned = arm.clone();
        int[] explorers = draws.explorers();
        for (int i = 0; i < explorers.length; i++) {
            planned[explorers[i]] = day.exploring().get().planned()[i];
        }
        for (int customer = 0; customer < propensity.length; customer++) {
            propensity[customer] = draws.propensity(customer, arm[customer], planned[customer]);
        }
        return propensity;
    }

    /** A row for every customer of the audience. */
    Table table(IdColumn customers) {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        int[] number = new int[arm.length];
        for (int customer = 0; customer < arm.length; customer++) {
            number[customer] = numbers.computeIfAbsent(arm[customer], any -> numbers.size());
        }
        List<String> words = numbers.keySet().stream().map(this::word).toList();
        CategoryColumn arms =
                SendColumns.category("arm", words, customer -> number[customer], arm.length);
        return new Table(
                "assignments",
                arm.length,
                List.of(
                        customers.named("customer"),
                        arms,
                        new AmountColumn("propensity", propensities())));
    }

    private String word(long offers) {
        return offers == 0
                ? NONE
                : IntStream.range(0, Long.SIZE)
                        .filter(offer -> (offers >>> offer & 1) != 0)
                        .mapToObj(offer -> plan.offers().offers().get(offer).id())
                        .sorted()
                        .collect(Collectors.joining("+"));
    }
}
