package dev.marginal.scenarios.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.uplift.Spending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignSpendingTest {
    private static final String CAMPAIGN =
            """
            campaign: spring
            currency: USD
            history: {file: history.csv, treatment: arm, control: none, gmv: spend}
            audience: {file: audience.csv, customer: id}
            offers:
              - {offer: letter, treatment: c5, channel: mail, cost_per_send: 1.5, cost_per_order: 5}
              - {offer: note, treatment: c5, channel: push, cost_per_send: 0.02, cost_per_order: 5}
              - {offer: push, treatment: push, channel: push, cost_per_send: 0.01}
            """;

    @TempDir private Path folder;

    @Test
    void the_budget_is_divided_by_the_audience() throws IOException {
        Spending spending = spending("budget: 500");

        assertThat(spending.perCustomer()).isEqualTo(0.25);
    }

    @Test
    void a_campaign_without_a_budget_may_spend_anything() throws IOException {
        assertThat(spending("budget: unlimited").perCustomer()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void a_budget_of_nothing_buys_next_to_nothing() throws IOException {
        assertThat(spending("budget: 0").perCustomer()).isEqualTo(0.01 / 2_000);
    }

    @Test
    void a_treatment_costs_what_its_cheapest_offer_costs() throws IOException {
        assertThat(spending("budget: 500").treatments())
                .startsWith(new Spending.Costs(0.01, 0), new Spending.Costs(0.02, 5));
    }

    @Test
    void a_treatment_without_an_offer_is_out_of_reach() throws IOException {
        assertThat(spending("budget: 500").offered(1)).isTrue();
        assertThat(spending("budget: 500").offered(2)).isFalse();
    }

    @Test
    void for_profit_a_coin_has_to_bring_what_the_margin_leaves_of_it() throws IOException {
        assertThat(spending("budget: 500").leastReturn()).isZero();
        assertThat(spending("budget: 500\nobjective: profit\nmargin: 0.25").leastReturn())
                .isEqualTo(4);
    }

    private Spending spending(String budget) throws IOException {
        Path path = Files.writeString(folder.resolve("campaign.yml"), CAMPAIGN + budget + "\n");
        CampaignFile file = CampaignFileReader.read(path);
        return CampaignSpending.of(file, List.of("push", "c5", "c10"), 2_000);
    }
}
