package dev.marginal.scenarios.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.scenarios.Shoppers;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules and models say of a lifecycle's columns, beside an audience of 205. */
class StandingTest {
    private static final String FILE =
            """
            campaign: c
            currency: USD
            history: {file: history.csv, treatment: arm, control: none, gmv: spend}
            audience: {file: audience.csv, customer: id}
            offers: [{offer: push, treatment: push, channel: push%s}]
            budget: 5
            rules: [%s]
            lifecycle:
              purchases: {file: buys.csv, customer: customer_id, time: day, amount: total}
            """;
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 205).mapToObj("c%03d"::formatted).toList();
    private static final FeatureSpec X = new FeatureSpec("x", false, List.of());

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder audience = new StringBuilder("id,x\n");
        CUSTOMERS.forEach(id -> audience.append(id).append(",1\n"));
        Files.writeString(folder.resolve("audience.csv"), audience);
        Shoppers.write(CUSTOMERS.subList(0, 200), folder.resolve("buys.csv"));
    }

    @Test
    void a_stage_sorts_customers_and_who_never_bought_has_none() throws IOException {
        Audience audience = load("{rule: segment_budget, by: stage, max_spend: 5}", "", X);
        Segmentation stage = audience.traits().segmentations().get(0);

        assertThat(stage.column()).isEqualTo("stage");
        assertThat(stage.names()).contains("lost", Traits.MISSING);
        assertThat(stage.names().get(stage.code()[204])).isEqualTo(Traits.MISSING);
        assertThat(audience.standing().orElseThrow().bought()).isLessThanOrEqualTo(200);
    }

    @Test
    void numbers_can_be_compared_in_a_condition() throws IOException {
        Audience audience =
                load(
                        "{rule: minimum_reach, where: \"p_alive >= 0.5 and x = 1\", min_sends: 1}",
                        "",
                        X);
        Segmentation holds = audience.traits().segmentations().get(0);
        float[] alive =
                audience.standing()
                        .orElseThrow()
                        .columns()
                        .column("p_alive", NumberColumn.class)
                        .values();

        for (int row = 0; row < alive.length; row++) {
            assertThat(holds.names().get(holds.code()[row]))
                    .isEqualTo(alive[row] >= .5f ? "yes" : "no");
        }
    }

    @Test
    void rfm_scores_make_groups_and_an_amount_may_be_what_an_order_is_worth() throws IOException {
        Audience audience =
                load(
                        "{rule: segment_budget, by: rfm, max_spend: 5}",
                        ", amounts: {later: value_of_an_order}",
                        X);

        assertThat(audience.traits().segmentations().get(0).names()).contains("3", "15");
        assertThat(audience.traits().amounts().get("value_of_an_order")[204]).isZero();
    }

    @Test
    void a_model_that_learnt_from_them_finds_them_in_the_audience() throws IOException {
        Audience audience =
                load(
                        "",
                        "",
                        new FeatureSpec("stage", true, List.of("lost")),
                        X,
                        new FeatureSpec("rfm", false, List.of()));

        assertThat(audience.customers().names()).containsExactly("stage", "x", "rfm");
        assertThat(audience.customers().features().get(0)).isInstanceOf(CategoryColumn.class);
        assertThat(audience.customers().features().get(2)).isInstanceOf(NumberColumn.class);
    }

    @Test
    void other_purchases_have_another_fingerprint() throws IOException {
        String rule = "{rule: segment_budget, by: stage, max_spend: 5}";
        String before = load(rule, "", X).fingerprint();
        Shoppers.write(CUSTOMERS.subList(5, 205), folder.resolve("buys.csv"));

        assertThat(load(rule, "", X).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void a_name_that_the_audience_has_already_is_refused() throws IOException {
        Files.writeString(folder.resolve("audience.csv"), "id,x,stage,value\nc001,1,new,3\n");

        assertThatThrownBy(() -> load("", "", X))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining(
                        "line 9: lifecycle (stage) adds a column that audience.csv has already. Name it otherwise there, or leave it out by a query: sql: select * exclude (stage) from …")
                .hasMessageContaining("lifecycle (value) adds a column");
    }

    @Test
    void a_log_of_others_is_refused() throws IOException {
        Files.writeString(folder.resolve("audience.csv"), "id,x\n1,1\n2,1\n");

        assertThatThrownBy(() -> load("", "", X))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        "buys.csv: customer_id must name customers of audience.csv, but names none: here they are called c000, c001, c002, there 1, 2. Maybe another column holds their ids");
    }

    @Test
    void everything_wrong_with_the_log_is_told_at_once_with_its_line() throws IOException {
        Files.writeString(
                folder.resolve("buys.csv"),
                "customer_id,day,total\nc001,2026-01-05,much\nc002,soon,5\nc003,2026-01-07,1\n");

        assertThatThrownBy(() -> load("", "", X))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("line 2: total (much) must be a number")
                .hasMessageContaining("line 3: day (soon) must be a date");
    }

    /**
     * All buy every week and stop after any purchase: of a new customer, one more may be the last.
     */
    @Test
    void an_order_that_the_model_takes_for_a_chance_to_stop_is_refused_where_later_orders_count()
            throws IOException {
        StringBuilder log = new StringBuilder("customer_id,day,total\n");
        for (int number = 0; number < 190; number++) {
            int repeats = 1 + Integer.numberOfTrailingZeros(number + 1);
            for (int purchase = 0; purchase <= repeats; purchase++) {
                bought(log, number, 3 * (number % 60) + 7 * purchase);
            }
        }
        for (int number = 190; number < 200; number++) {
            bought(log, number, 230);
        }
        Files.writeString(folder.resolve("buys.csv"), log);
        Path path = folder.resolve("campaign.yml");
        String file = FILE.formatted("", "") + "  model: bg_nbd\n";

        Files.writeString(path, file);
        assertThat(later(path)).isEmpty();
        Files.writeString(path, file + "objective: value\n");
        assertThatThrownBy(() -> later(path))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "line 9: lifecycle.model (bg_nbd) takes an order for a chance to stop, and worth less than nothing, for 10 of the 205 customers of audience.csv, such as c190, c191, c192.")
                .hasMessageEndingWith(
                        "Set model: pareto_nbd, under which an order is always worth something.");
        Files.writeString(path, file.replace("bg_nbd", "pareto_nbd") + "objective: value\n");
        assertThat(later(path)).isPresent();
    }

    private static void bought(StringBuilder log, int customer, int day) {
        log.append(
                "%s,%s,%d%n"
                        .formatted(
                                CUSTOMERS.get(customer),
                                Shoppers.FIRST.plusDays(day),
                                10 + customer % 5));
    }

    private static Optional<FutureValues> later(Path campaign) {
        return Audience.load(CampaignFileReader.read(campaign), List.of(X), new DuckDbReader())
                .traits()
                .future();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {rule: segment_budget, by: p_alive, max_spend: 5}        |                      | column of the lifecycle (p_alive) is a number of its own for each customer, and no name of a group. Maybe ask for it in a condition
                    {rule: segment_budget, by: stgae, max_spend: 5}          |                      | rules[1].by (stgae) must name a column of audience.csv. Did you mean 'stage'?
                    {rule: minimum_reach, where: "p_alive > 2", min_sends: 1} |                     | rules[1].where (p_alive > 2) holds for no customer of audience.csv.
                    {rule: minimum_reach, where: "stage = 'gone'", min_sends: 1} |                  | rules[1].where (gone) must be a value of stage that some customer has.
                    {rule: contact_limit, channel: any, at_most: 1}          | , amounts: {a: value} | column of the lifecycle (value) is empty for customers who have bought nothing yet, and an amount must not be. Maybe take value_of_an_order, which is 0 there.
                    """)
    void what_the_lifecycle_does_not_bear_out_is_told(String rule, String offer, String message) {
        assertThatThrownBy(() -> load(rule, offer == null ? "" : offer, X))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    private Audience load(String rule, String offer, FeatureSpec... known) throws IOException {
        Path path = folder.resolve("campaign.yml");
        Files.writeString(path, FILE.formatted(offer, rule));
        return Audience.load(CampaignFileReader.read(path), List.of(known), new DuckDbReader());
    }
}
