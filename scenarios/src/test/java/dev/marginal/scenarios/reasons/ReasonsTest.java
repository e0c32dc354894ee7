package dev.marginal.scenarios.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Allocator;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.NotSent;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {
    private static final int CAMPAIGNS = 150;
    private static final Execution ONE = new Execution(1);

    @TempDir Path folder;

    @Test
    void every_reason_is_true_of_exact_plans() {
        allReasonsAreTrue(Allocators.standard(AllocatorSettings.defaults(), ONE));
    }

    @Test
    void every_reason_is_true_of_rounded_plans() {
        allReasonsAreTrue(new PriceAllocator(AllocatorSettings.defaults(), ONE));
    }

    @Test
    void every_pair_that_is_not_sent_has_one_line_and_totals_add_them_up() throws IOException {
        TestCampaign campaign = new TestCampaign(4);
        CampaignPlan plan = plan(campaign);
        IdColumn ids =
                IdColumn.of(
                        "customer",
                        IntStream.range(0, campaign.customers)
                                .mapToObj(number -> number == 0 ? "the \"1st\", say" : "c" + number)
                                .toList());
        Reasons reasons =
                Reasons.of(
                        plan, campaign.valuation, campaign.traits, campaign.rules, campaign.gates);

        List<ReasonTotal> totals = reasons.write(ids, folder.resolve("not_sent.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("not_sent.csv"));
        assertThat(lines.get(0)).isEqualTo("customer,offer,channel,reason,value_forgone");
        assertThat(lines.get(1)).startsWith("\"the \"\"1st\"\", say\",o");
        assertThat(lines)
                .hasSize(1 + campaign.customers * campaign.offers.size() - plan.sends().sends());
        assertThat(totals).isEqualTo(reasons.totals());
        assertThat(totals.stream().mapToLong(ReasonTotal::sends).sum()).isEqualTo(lines.size() - 1);
        long forgone =
                lines.stream()
                        .skip(1)
                        .map(line -> line.substring(line.lastIndexOf(',') + 1))
                        .mapToLong(money -> Long.parseLong(money.replace(".", "")))
                        .sum();
        assertThat(totals.stream().mapToLong(ReasonTotal::forgoneMicros).sum()).isEqualTo(forgone);
    }

    @Test
    void totals_stand_in_the_order_in_which_reasons_are_asked() {
        TestCampaign campaign = new TestCampaign(4);
        List<ReasonTotal> totals =
                Reasons.of(
                                plan(campaign),
                                campaign.valuation,
                                campaign.traits,
                                campaign.rules,
                                campaign.gates)
                        .totals();

        assertThat(totals)
                .extracting(total -> total.reason().code())
                .startsWith(NotSent.Code.HOLDOUT, NotSent.Code.CAP)
                .isSorted();
    }

    private static CampaignPlan plan(TestCampaign campaign) {
        return campaign.plan(Allocators.standard(AllocatorSettings.defaults(), ONE)).orElseThrow();
    }

    private static void allReasonsAreTrue(Allocator allocator) {
        Map<NotSent.Code, Integer> seen = new EnumMap<>(NotSent.Code.class);
        for (int seed = 101; seed < 101 + CAMPAIGNS; seed++) {
            TestCampaign campaign = new TestCampaign(seed);
            campaign.plan(allocator).ifPresent(plan -> new ReasonTruth(campaign, plan).check(seen));
        }
        assertThat(seen.keySet())
                .contains(
                        NotSent.Code.HOLDOUT,
                        NotSent.Code.CAP,
                        NotSent.Code.NEGATIVE_VALUE,
                        NotSent.Code.BUDGET,
                        NotSent.Code.BELOW_PRICE,
                        NotSent.Code.BETTER_CHOSEN);
    }
}
