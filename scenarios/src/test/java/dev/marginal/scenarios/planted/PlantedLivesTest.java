package dev.marginal.scenarios.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.rules.CoFunding;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worlds with a log: a shop's purchases, and what creators published. */
class PlantedLivesTest {
    private static final int ROWS = 20_000;

    @TempDir static Path home;
    private static Path shop;
    private static Path creators;

    @BeforeAll
    static void plant() {
        shop = home.resolve("shop");
        creators = home.resolve("creators");
        new PlantedShop(3, ROWS, 4_000).write("shop", shop);
        new PlantedCreators(3, ROWS, 4_000).write("creators", creators);
    }

    @Test
    void one_campaign_is_planned_for_gmv_and_for_value() {
        CampaignFile forGmv = CampaignFileReader.read(shop.resolve("for_gmv.yml"));
        CampaignFile forValue = CampaignFileReader.read(shop.resolve("for_value.yml"));

        assertThat(forGmv.objective()).isEqualTo(new Objective.Gmv());
        assertThat(forValue.objective()).isInstanceOf(Objective.Value.class);
        assertThat(forValue.offers()).isEqualTo(forGmv.offers());
        assertThat(forValue.rules()).isEqualTo(forGmv.rules());
        assertThat(forValue.campaign()).isEqualTo("shop");
    }

    @Test
    void creators_come_with_merchants_who_bear_a_part() {
        CampaignFile file = CampaignFileReader.read(creators.resolve("campaign.yml"));

        assertThat(file.offers())
                .filteredOn(offer -> offer.isCoFunded())
                .extracting(offer -> offer.offer().id())
                .containsExactly("top_up");
        assertThat(file.rules().all())
                .contains(
                        new CoFunding(
                                "merchant",
                                Scope.ANY,
                                List.of("top_up"),
                                Map.of(
                                        "aurora", 3200.0, "birch", 400.0, "cedar", 600.0, "dune",
                                        200.0)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "shop,     purchases.csv, customer, time,      customer_id",
        "creators, videos.csv,    creator,  published, creator"
    })
    void the_log_tells_of_everybody_in_the_audience_until_today(
            String world, String log, String who, String when, String id) {
        assertThat(
                        number(
                                world,
                                "select count(*) as n from %s a anti join %s l on a.%s = l.%s"
                                        .formatted(
                                                scan(world, "audience.csv"),
                                                scan(world, log),
                                                id,
                                                who)))
                .isZero();
        assertThat(
                        number(
                                world,
                                "select count(distinct %s::date) as n from %s where %s::date between '2024-11-21' and '2026-11-20'"
                                        .formatted(when, scan(world, log), when)))
                .isGreaterThan(700);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "shop, push", "shop, coupon_5", "shop, coupon_10",
        "creators, cash", "creators, boost", "creators, top_up"
    })
    void the_experiment_measures_what_the_truth_says(String world, String arm) {
        String column = world.equals("shop") ? "arm" : "incentive";
        String of =
                "select %s(gmv::double) as n from %s where %s = '%s'"
                        .formatted("%s", scan(world, "history.csv.gz"), column, "%s");
        double measured =
                number(world, of.formatted("avg", arm))
                        - number(world, of.formatted("avg", "none"));
        double error =
                Math.hypot(
                                number(world, of.formatted("stddev", arm)),
                                number(world, of.formatted("stddev", "none")))
                        / Math.sqrt(ROWS / 4.0);

        double truth =
                number(
                        world,
                        "select avg(\"uplift.%s\"::double) as n from %s"
                                .formatted(arm, scan(world, "truth.csv")));

        assertThat(measured).isCloseTo(truth, within(4 * error));
        assertThat(truth).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"cash", "boost", "top_up"})
    void the_experiment_costs_what_the_truth_says(String arm) {
        String of =
                "select %s(cost::double) as n from %s where incentive = '%s'"
                        .formatted("%s", scan("creators", "history.csv.gz"), arm);
        double truth =
                number(
                        "creators",
                        "select avg(\"cost.%s\"::double) as n from %s"
                                .formatted(arm, scan("creators", "truth.csv")));
        double error = number("creators", of.formatted("stddev")) / Math.sqrt(ROWS / 4.0);

        assertThat(number("creators", of.formatted("avg")))
                .isCloseTo(truth, within(5 * error + 0.02));
    }

    @Test
    void only_who_had_stopped_is_worth_more_later() {
        assertThat(
                        number(
                                "shop",
                                "select count(*) as n from %s where (stopped = 'yes') <> (later_of_an_order::double > 0) or (stopped = 'yes') <> (next_year::double = 0)"
                                        .formatted(scan("shop", "truth.csv"))))
                .isZero();
    }

    @Test
    void the_same_seed_plants_the_same_bytes() throws IOException {
        Path again = home.resolve("again");
        new PlantedShop(3, ROWS, 4_000).write("shop", again);

        for (String file : new String[] {"purchases.csv", "audience.csv", "truth.csv"}) {
            assertThat(Files.mismatch(again.resolve(file), shop.resolve(file))).isEqualTo(-1);
        }
    }

    private static String scan(String world, String file) {
        return Database.scan(new Source.Files(home.resolve(world), file));
    }

    private static double number(String world, String sql) {
        try (Database database = Database.over(home.resolve(world))) {
            return ((Number) database.rows(sql).get(0).get("n")).doubleValue();
        }
    }
}
