package dev.marginal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a log of purchases to a plan that counts what orders bring later, where truth is known. */
class ShopTest {
    @TempDir static Path home;
    private static Readme readme;

    @BeforeAll
    static void run() {
        readme = Readme.run(Story.ROOT.resolve("examples/value/README.md"), home);
    }

    @Test
    void every_output_of_the_readme_is_real() {
        readme.outputsAreReal();
    }

    @Test
    void the_plan_that_counts_later_orders_truly_brings_more_than_the_one_that_does_not() {
        assertThat(together("plan-value")).isGreaterThan(together("plan-gmv"));
        assertThat(truth("plan-value", "uplift")).isLessThan(truth("plan-gmv", "uplift"));
        assertThat(truth("plan-value", "later")).isGreaterThan(truth("plan-gmv", "later"));
    }

    @Test
    void the_models_claim_more_of_later_orders_than_they_truly_bring() {
        assertThat(claimedLater("plan-value")).isGreaterThan(truth("plan-value", "later"));
        assertThat(claimedLater("plan-gmv")).isGreaterThan(truth("plan-gmv", "later"));
    }

    @Test
    void what_the_readme_says_of_the_truth_is_so() {
        assertThat(readme.text)
                .contains(row("for GMV", "plan-gmv"), row("for value", "plan-value"))
                .contains(
                        words(
                                "true next year %,.0f",
                                number("select sum(next_year::double) as n from %1$s")))
                .contains(
                        words("claimed %,.0f", number("select sum(value::double) as n from %2$s")))
                .contains(
                        words(
                                "rank correlation %.2f",
                                number(
                                        """
                                        select corr(claimed, truly) as n from (
                                            select rank() over (order by s.value::double) as claimed, rank() over (order by t.next_year::double) as truly
                                            from %1$s t join %2$s s on t.customer_id = s.customer)""")));
    }

    @Test
    void the_readme_says_how_many_sends_go_to_each_stage() {
        for (String stage : List.of("new", "active", "loyal", "at risk", "dormant", "lost")) {
            assertThat(readme.text)
                    .contains(
                            words(
                                    "| %s | %,.0f | %,.0f |",
                                    stage, sends("plan-gmv", stage), sends("plan-value", stage)));
        }
    }

    private static double sends(String plan, String stage) {
        return number(
                "select count(*) as n from %%3$s sends join %%2$s s using (customer) where stage = '%s'"
                        .formatted(stage),
                plan);
    }

    /** A line of the README's table: what a plan claims, what it truly brings. */
    private static String row(String name, String plan) {
        return words(
                "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f |",
                name,
                claimed(plan),
                claimedLater(plan),
                truth(plan, "uplift"),
                truth(plan, "later"),
                together(plan));
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    private static double together(String plan) {
        return truth(plan, "uplift") + truth(plan, "later");
    }

    /** What a plan's sends truly bring, in the window ({@code uplift}) or after it. */
    private static double truth(String plan, String what) {
        return number(
                """
                select sum(brings::double) as n from (
                    unpivot (select * exclude (stopped) from %%1$s) on columns('^%1$s[.]') into name offer value brings) truth
                join %%3$s sends on sends.customer = truth.customer_id and '%1$s.' || sends.offer = truth.offer"""
                        .formatted(what),
                plan);
    }

    private static double claimed(String plan) {
        return number("select sum(uplift::double) as n from %3$s", plan);
    }

    /** What a plan's extra orders bring later, as the models see it. */
    private static double claimedLater(String plan) {
        return number(
                """
                select sum((order_probability::double - baseline_order_probability::double) * s.value_of_an_order::double) as n
                from %3$s sends join %4$s scores using (customer) join %2$s s using (customer)""",
                plan);
    }

    private static double number(String sql) {
        return number(sql, "plan-gmv");
    }

    /** Of the truth, the value scores, and a plan's sends and uplift scores, in this order. */
    private static double number(String sql, String plan) {
        Path shop = home.resolve("my-shop");
        try (Database database = Database.over(home)) {
            Map<String, Object> row =
                    database.rows(
                                    sql.formatted(
                                            Database.scan(new Source.Files(shop, "truth.csv")),
                                            Database.scan(new Source.Files(shop, "scores.csv")),
                                            Database.scan(
                                                    new Source.Files(
                                                            shop.resolve(plan), "sends.csv")),
                                            Database.scan(
                                                    new Source.Files(
                                                            shop.resolve("plan-value"),
                                                            "scores.parquet"))))
                            .get(0);
            return ((Number) row.get("n")).doubleValue();
        }
    }
}
