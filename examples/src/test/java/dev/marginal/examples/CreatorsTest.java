package dev.marginal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incentives for creators, of which merchants pay a part within budgets of their own. */
class CreatorsTest {
    @TempDir static Path home;
    private static Readme readme;
    private static JsonNode plan;

    @BeforeAll
    static void run() throws IOException {
        readme = Readme.run(Story.ROOT.resolve("examples/creators/README.md"), home);
        plan = new ObjectMapper().readTree(home.resolve("my-creators/plan/plan.json").toFile());
    }

    @Test
    void every_output_of_the_readme_is_real() {
        readme.outputsAreReal();
    }

    @Test
    void every_merchant_and_the_platform_stay_within_their_own_budgets() {
        for (JsonNode limit : plan.path("limits")) {
            if (limit.path("charge").asText().equals("co_funding")) {
                assertThat(limit.path("use").asDouble())
                        .as(limit.path("limit").asText())
                        .isLessThanOrEqualTo(limit.path("at_most").asDouble());
            }
        }
        assertThat(plan.path("spend").asDouble()).isLessThanOrEqualTo(10_000);
        assertThat(plan.path("co_funding").asDouble()).isPositive();
    }

    @Test
    void nobody_without_a_merchant_gets_what_a_merchant_would_have_to_pay_for() {
        assertThat(
                        rows(
                                "select count(*) as n from %1$s s join %2$s a on s.customer = a.creator where offer = 'top_up' and merchant is null"))
                .extracting(row -> ((Number) row.get("n")).intValue())
                .containsExactly(0);
    }

    @Test
    void what_the_readme_says_of_the_truth_is_so() {
        List<Map<String, Object>> truth =
                rows(
                        """
                        select sum(brings) as brings, sum(costs * if(offer = 'top_up', 0.4, 1)) as ours, sum(costs * if(offer = 'top_up', 0.6, 0)) as theirs from (
                            select s.offer, columns_of.brings, columns_of.costs from %1$s s join (
                                select creator, 'cash' as offer, "uplift.cash"::double as brings, "cost.cash"::double as costs from %3$s
                                union all select creator, 'boost', "uplift.boost"::double, "cost.boost"::double from %3$s
                                union all select creator, 'top_up', "uplift.top_up"::double, "cost.top_up"::double from %3$s) columns_of
                            on s.customer = columns_of.creator and s.offer = columns_of.offer)""");
        assertThat(readme.text)
                .contains(
                        "truly bring " + money(truth, "brings"),
                        "truly costs the platform " + money(truth, "ours"),
                        "the merchants " + money(truth, "theirs"));
    }

    private static String money(List<Map<String, Object>> rows, String column) {
        return String.format(
                Locale.ROOT, "%,.0f", ((Number) rows.get(0).get(column)).doubleValue());
    }

    /** Of the sends, the audience and the truth, in this order. */
    private static List<Map<String, Object>> rows(String sql) {
        Path creators = home.resolve("my-creators");
        try (Database database = Database.over(home)) {
            return database.rows(
                    sql.formatted(
                            Database.scan(new Source.Files(creators.resolve("plan"), "sends.csv")),
                            Database.scan(new Source.Files(creators, "audience.csv")),
                            Database.scan(new Source.Files(creators, "truth.csv"))));
        }
    }
}
