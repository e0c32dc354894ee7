package dev.marginal.scenarios.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLoaderTest {
    private static final List<String> ARMS = List.of("none", "c5", "push", "none");

    @TempDir Path folder;

    @Test
    void costs_days_and_tiers_reach_the_history() throws IOException {
        rows(row -> "2026-01-%02d,%s".formatted(1 + row % 8, row % 2 == 0 ? "0.00" : "2.50"));

        CampaignHistory history = load("cost: paid, time: day");

        assertThat(history.cost().orElseThrow()).startsWith(0, 2.5, 0, 2.5);
        int[] days = history.period().orElseThrow();
        assertThat(days[9] - days[8]).isEqualTo(1);
        assertThat(IntStream.of(days).distinct().count()).isEqualTo(8);
        assertThat(history.tiers()).containsExactly(new Tier("coupon", 5), Tier.alone("push"));
        assertThat(history.customers().names()).containsExactly("age");
    }

    @Test
    void without_these_keys_their_columns_are_features() throws IOException {
        rows(row -> "2026-01-%02d,%d".formatted(1 + row % 8, row % 2));

        CampaignHistory history = load("weight: one");

        assertThat(history.cost()).isEmpty();
        assertThat(history.period()).isEmpty();
        assertThat(history.customers().names()).containsExactly("age", "day", "paid");
    }

    @Test
    void a_word_among_numbers_may_be_a_category_of_the_campaign_file() throws IOException {
        rows(row -> row + "," + (row == 3 ? "much" : row));

        assertThat(problems("ignore: [day]"))
                .containsExactly(
                        "history.csv line 5: paid (much) must be a number. Maybe list it under history.categories, or leave the cell empty.");
    }

    @Test
    void stated_shares_are_the_propensities() throws IOException {
        rows(row -> row + ",0");

        CampaignHistory history = load("ignore: [day], shares: {none: 0.4, push: 0.3, c5: 0.3}");

        assertThat(history.propensity()).startsWith(0.4, 0.3, 0.3, 0.4);
    }

    @Test
    void shares_of_the_rows_stand_in_until_propensities_are_estimated() throws IOException {
        rows(row -> row + ",0");

        CampaignHistory history = load("ignore: [day], propensities: estimated");

        assertThat(history.propensity()).startsWith(0.5, 0.25, 0.25, 0.5);
    }

    @Test
    void shares_name_the_arms_of_the_history() throws IOException {
        rows(row -> row + ",0");

        assertThat(problems("ignore: [day], shares: {none: 0.4, pusch: 0.6}"))
                .containsExactly(
                        "campaign.yml: history.shares (pusch) has no rows in the history. Did you mean 'push'? Found in column 'arm' of history.csv: c5, none, push.",
                        "campaign.yml: history.shares (c5) is an arm of the history and needs a share. Shares are those of all arms, the control too.",
                        "campaign.yml: history.shares (push) is an arm of the history and needs a share. Shares are those of all arms, the control too.");
    }

    @Test
    void negative_costs_and_odd_days_are_told_cell_by_cell() throws IOException {
        rows(row -> (row == 1 ? "soon" : "2026-01-01") + "," + (row == 2 ? "-1" : "1"));

        assertThat(problems("cost: paid, time: day"))
                .containsExactly(
                        "history.csv line 3: day (soon) must be a date such as 2026-11-30, a time such as 2026-11-30 18:05, or a whole number.",
                        "history.csv line 4: paid (-1) must be between 0 and 100000000.");
    }

    @Test
    void too_few_days_are_told() throws IOException {
        rows(row -> row % 3 + ",0");

        assertThat(problems("cost: paid, time: day"))
                .containsExactly(
                        "history.csv: column (day) must have at least 5 different days, but has 3. Maybe leave history.time out.");
    }

    @Test
    void an_arm_of_one_block_alone_is_told() throws IOException {
        rows(row -> (ARMS.get(row % 4).equals("push") ? 1 : 1 + row % 8) + ",0");

        assertThat(problems("cost: paid, time: day"))
                .containsExactly(
                        "history.csv: column (day) cannot be cut into 5 blocks: arm 'push' has no customer outside block 1. Maybe leave history.time out.");
    }

    /** Two hundred rows with these days and costs. */
    private void rows(IntFunction<String> dayAndCost) throws IOException {
        String rows =
                IntStream.range(0, 200)
                        .mapToObj(
                                row ->
                                        "%s,%d,1,%d,%s"
                                                .formatted(
                                                        ARMS.get(row % 4),
                                                        row % 7,
                                                        20 + row % 30,
                                                        dayAndCost.apply(row)))
                        .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("history.csv"), "arm,spend,one,age,day,paid\n" + rows + "\n");
    }

    private CampaignHistory load(String keys) throws IOException {
        String weight = keys.contains("weight") ? "" : "weight: one, ";
        String campaign =
                """
                campaign: spring
                currency: USD
                history: {file: history.csv, treatment: arm, control: none, gmv: spend, %s%s}
                audience: {file: audience.csv, customer: id}
                offers:
                  - {offer: coupon, treatment: c5, channel: coupon, family: coupon, face_value: 5}
                budget: 200
                """
                        .formatted(weight, keys);
        Path file = Files.writeString(folder.resolve("campaign.yml"), campaign);
        return HistoryLoader.load(CampaignFileReader.read(file), new DuckDbReader());
    }

    private List<String> problems(String keys) {
        BadInput found = catchThrowableOfType(BadInput.class, () -> load(keys));
        return found == null
                ? List.of()
                : found.problems().stream().map(Problem::toString).toList();
    }
}
