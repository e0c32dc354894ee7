package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Propensities;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.uplift.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryKeysTest {
    private static final String COSTS = ", cost_per_order: 5";
    private static final String GOOD =
            """
            campaign: spring
            currency: USD
            history:
              file: history.csv
              treatment: arm
              control: none
              gmv: spend
            audience: {file: audience.csv, customer: id}
            offers:
              - {offer: push, treatment: push, channel: push}
              - {offer: small, treatment: c5, channel: coupon, family: coupon, face_value: 5, cost_per_order: 5}
              - {offer: large, treatment: c10, channel: coupon, family: coupon, face_value: 10}
            budget: 200
            """;

    @TempDir Path folder;

    @Test
    void costs_times_and_tiers_are_read() throws IOException {
        CampaignFile file = read(history("cost: paid", "time: sent_on").replace(COSTS, ""));

        assertThat(file.history().cost()).contains("paid");
        assertThat(file.history().time()).contains("sent_on");
        assertThat(file.offers())
                .extracting(offer -> offer.tier())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Tier("coupon", 5)),
                        Optional.of(new Tier("coupon", 10)));
    }

    @Test
    void propensities_are_those_of_the_rows_unless_told_otherwise() throws IOException {
        assertThat(read(GOOD).history().propensities()).isEqualTo(new Propensities.OfRows());
        assertThat(read(history("propensity: p")).history().propensities())
                .isEqualTo(new Propensities.Logged("p"));
        assertThat(read(history("propensities: estimated")).history().propensities())
                .isEqualTo(new Propensities.Estimated());
    }

    @Test
    void stated_shares_are_divided_by_their_sum() throws IOException {
        CampaignFile file = read(history("shares: {none: 0.333, push: 0.333, c5: 0.333}"));

        assertThat(file.history().propensities())
                .isEqualTo(
                        new Propensities.Stated(
                                Map.of("none", 1 / 3.0, "push", 1 / 3.0, "c5", 1 / 3.0)));
    }

    @Test
    void propensities_have_one_origin() throws IOException {
        assertThat(problems(history("propensity: p", "propensities: estimated")))
                .containsExactly(
                        "campaign.yml line 9: history.propensities (and propensity) must not both be given."
                                + " Propensities are logged, stated or estimated: keep one of them.");
        assertThat(problems(history("propensity: p", "shares: {none: 0.5, push: 0.5}")))
                .containsExactly(
                        "campaign.yml line 9: history.shares (and propensity) must not both be given."
                                + " Propensities are logged, stated or estimated: keep one of them.");
    }

    @Test
    void propensities_can_only_be_estimated() throws IOException {
        assertThat(problems(history("propensities: estimate")))
                .containsExactly(
                        "campaign.yml line 8: history.propensities (estimate) must be one of estimated."
                                + " Did you mean 'estimated'?");
    }

    @Test
    void shares_add_up_to_one() throws IOException {
        assertThat(problems(history("shares: {none: 0.5, push: 0.4}")))
                .containsExactly(
                        "campaign.yml line 8: history.shares (together 0.9000) must add up to 1."
                                + " Every arm of the history has its share of the lottery, the control too.");
    }

    @Test
    void shares_are_probabilities_and_the_control_has_one() throws IOException {
        assertThat(problems(history("shares: {push: -1, c5: half}")))
                .containsExactly(
                        "campaign.yml line 8: history.shares.push (-1) must be a share above 0 and at most 1, such as 0.25.",
                        "campaign.yml line 8: history.shares.c5 (half) must be a share above 0 and at most 1, such as 0.25.",
                        "campaign.yml line 8: history.shares.none is missing. Such as: shares: {none: 0.5, push: 0.5}, the control among them.");
    }

    @Test
    void a_column_of_costs_has_no_other_role() throws IOException {
        assertThat(problems(history("cost: spend").replace(COSTS, "")))
                .containsExactly(
                        "campaign.yml line 5: history.treatment (spend) must have one role only, but stands under several keys of history. Name each column once.");
    }

    @Test
    void costs_are_learnt_or_stated_but_not_both() throws IOException {
        assertThat(problems(history("cost: paid")))
                .containsExactly(
                        "campaign.yml line 12: offers[2].cost_per_order (5) must not be given beside history.cost, from which costs are learnt. Keep one of the two.");
    }

    @Test
    void a_learnt_cost_cannot_keep_a_budget_with_confidence() throws IOException {
        assertThat(problems(history("cost: paid").replace(COSTS, "") + "budget_confidence: 0.9\n"))
                .containsExactly(
                        "campaign.yml line 15: budget_confidence (0.9) needs costs stated at the offers: from history.cost is learnt what a send costs on average, not how much that varies. Maybe leave it out.");
    }

    @Test
    void a_family_comes_with_face_values() throws IOException {
        assertThat(problems(GOOD.replace("family: coupon, face_value: 10", "family: coupon")))
                .containsExactly(
                        "campaign.yml line 12: offers[3].face_value is missing. Such as: face_value: 5.00, what the customer is given.");
        assertThat(problems(GOOD.replace("family: coupon, face_value: 10", "face_value: 10")))
                .containsExactly(
                        "campaign.yml line 12: offers[3].face_value (10) has no effect without a family. Maybe add family: coupon to all its tiers.");
        assertThat(problems(GOOD.replace("face_value: 10", "face_value: 0")))
                .containsExactly(
                        "campaign.yml line 12: offers[3].face_value (0) must be an amount of money above 0, such as 5.00.");
    }

    @Test
    void two_treatments_of_a_family_differ_in_face_value() throws IOException {
        assertThat(problems(GOOD.replace("face_value: 10", "face_value: 5.0")))
                .containsExactly(
                        "campaign.yml line 12: offers[3].face_value (5.0) must not be that of offer small, another treatment of the same family. Each tier has a face value of its own.");
    }

    @Test
    void offers_tested_as_one_treatment_are_one_tier() throws IOException {
        assertThat(problems(GOOD.replace("treatment: c10", "treatment: c5")))
                .containsExactly(
                        "campaign.yml line 12: offers[3].family (coupon of 10) must be the tier of offer small (coupon of 5), which was tested as the same treatment. A treatment is one tier.");
        assertThat(problems(GOOD.replace("treatment: push", "treatment: c10")))
                .containsExactly(
                        "campaign.yml line 12: offers[3].family (coupon of 10) must be the tier of offer push (no family), which was tested as the same treatment. A treatment is one tier.");
    }

    private static String history(String... keys) {
        return GOOD.replace(
                "  gmv: spend\n", "  gmv: spend\n  " + String.join("\n  ", keys) + "\n");
    }

    private CampaignFile read(String text) throws IOException {
        return CampaignFileReader.read(Files.writeString(folder.resolve("campaign.yml"), text));
    }

    private List<String> problems(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("campaign.yml"), text);
        BadInput found = catchThrowableOfType(BadInput.class, () -> CampaignFileReader.read(file));
        return found == null
                ? List.of()
                : found.problems().stream().map(Problem::toString).toList();
    }
}
