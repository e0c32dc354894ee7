package dev.marginal.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that counts later orders, beside the same campaign for GMV. */
class FutureValueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Execution TWO = new Execution(2);

    @TempDir static Path home;
    private static SmallCampaign campaign;
    private static CampaignFile file;
    private static PlannedCampaign planned;
    private static PlannedCampaign forGmv;
    private static JsonNode json;

    @BeforeAll
    static void plan() throws IOException {
        campaign = new SmallCampaign(home);
        values("value.csv", customer -> customer % 50);
        file = CampaignFileReader.read(counting("future.yml", "value.csv"));
        planned = campaign.plan(file.path(), 2);
        forGmv = campaign.plan();
        PlanFolder.publish(planned, DAY, home.resolve("plan"));
        PlanFolder.publish(forGmv, DAY, home.resolve("gmv"));
        json = new ObjectMapper().readTree(home.resolve("plan/plan.json").toFile());
    }

    @Test
    void the_plan_passes_its_audit() {
        assertThat(PlanAudit.audit(home.resolve("plan")).broken()).isEmpty();
    }

    @Test
    void plan_json_says_both_parts_what_they_rest_on_and_what_they_came_from() {
        JsonNode parts = json.path("value_parts");

        assertThat(json.path("objective").asText()).isEqualTo("value");
        assertThat(
                        parts.path("incremental_gmv")
                                .decimalValue()
                                .add(parts.path("future_value").decimalValue()))
                .isEqualByComparingTo(json.path("value").decimalValue());
        assertThat(parts.path("future_value").asDouble()).isPositive();
        assertThat(parts.path("assumes").asText()).isEqualTo(ValueParts.ASSUMES);
        assertThat(json.path("inputs").path("future_value").path("source").asText())
                .isEqualTo("value.csv");
        assertThat(json.path("inputs").path("future_value").path("fingerprint").asText())
                .hasSize(64);
    }

    @Test
    void a_plan_for_gmv_says_nothing_of_parts() throws IOException {
        String text = Files.readString(home.resolve("gmv/plan.json"));

        assertThat(text).doesNotContain("value_parts", "future_value");
    }

    @Test
    void it_brings_more_of_both_together_than_the_plan_for_gmv() {
        ValueParts own = planned.parts().orElseThrow();
        ValueParts other =
                ValueParts.of(
                        forGmv.plan(),
                        file.offers(),
                        planned.audience().traits().future().orElseThrow());

        assertThat(own.gmv() + own.future()).isGreaterThan(other.gmv() + other.future());
        assertThat(own.gmv()).isLessThanOrEqualTo(other.gmv());
    }

    @Test
    void the_report_says_both_parts() throws IOException {
        assertThat(Files.readString(home.resolve("plan/report.html")))
                .contains("of incremental GMV, and ", "which no experiment here has measured");
    }

    @Test
    void another_file_breaks_the_audit() throws IOException {
        Path kept = home.resolve("kept.csv");
        Files.copy(home.resolve("value.csv"), kept);
        try {
            values("value.csv", customer -> customer % 50 + (customer == 7 ? 1 : 0));

            assertThat(PlanAudit.audit(home.resolve("plan")).broken())
                    .extracting(Claim::promise)
                    .containsExactly(
                            "what an order is worth later is what the file says of each customer");
        } finally {
            Files.move(
                    kept,
                    home.resolve("value.csv"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void where_orders_are_worth_nothing_later_plan_and_forecast_are_those_for_gmv()
            throws IOException {
        values("nothing.csv", customer -> 0);

        PlannedCampaign nothing = campaign.plan(counting("nothing.yml", "nothing.csv"), 2);

        assertThat(nothing.plan().sends().valueMicros())
                .isEqualTo(forGmv.plan().sends().valueMicros());
        assertThat(nothing.forecast()).isEqualTo(forGmv.forecast());
    }

    @Test
    void a_forecast_stands_and_speaks_of_the_windows_gmv() {
        double measured = planned.forecast().incrementalGmv().orElseThrow().estimate();
        double usual = forGmv.forecast().incrementalGmv().orElseThrow().estimate();

        assertThat(measured).isPositive().isLessThan(1.5 * usual);
    }

    @Test
    void the_same_plan_for_any_number_of_threads() {
        assertThat(campaign.plan(file.path(), 1).plan().sends().valueMicros())
                .isEqualTo(planned.plan().sends().valueMicros());
    }

    @Test
    void a_what_if_for_gmv_gives_up_future_value_and_tells_both_parts() {
        PlanningDesk desk =
                new PlanningDesk(
                        SmallCampaign.job(2).value(file, campaign.model()),
                        new DuckDbReader(),
                        TWO);
        Answer everyday = desk.answer(Scenario.EVERYDAY);
        Answer gmv = desk.answer(asked("{objective: gmv}"));

        assertThat(gmv.plan().sends().value())
                .isEqualTo(
                        forGmv.plan().sends().value(), within(1e-3 * gmv.plan().sends().value()));
        assertThat(gmv.parts().orElseThrow().future())
                .isLessThan(everyday.parts().orElseThrow().future());
    }

    @Test
    void what_cannot_be_asked_is_refused_in_words() {
        assertThatThrownBy(() -> asked("{haircut: 1}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("haircut (1) cannot be taken from objective: value");
        assertThatThrownBy(() -> asked("{objective: value, margin: 0.3}"))
                .hasMessageContaining("margin (0.3) has no effect on objective: value");
        CampaignFile plain = CampaignFileReader.read(campaign.file());
        assertThatThrownBy(() -> ScenarioReader.read("{objective: value}", "asked", home, plain))
                .hasMessageContaining(
                        "objective (value) needs a campaign file that says what an order is worth later. Set objective: value and future_value there");
        assertThat(asked("{objective: gmv, haircut: 1}").changes()).hasSize(2);
    }

    @Test
    void a_difference_to_the_plan_for_gmv_tells_what_the_future_is_worth() {
        PlanDifference difference =
                PlanComparison.between(home.resolve("gmv"), home.resolve("plan"), TWO);

        assertThat(difference.before().future()).isNaN();
        assertThat(difference.now().future())
                .isEqualTo(json.path("value_parts").path("future_value").asDouble());
        assertThat(difference.inputs())
                .extracting(PlanDifference.Input::input)
                .contains("objective", "future value");
    }

    @Test
    void a_customers_value_is_told_by_its_parts() {
        String customer = planned.audience().ids().id(planned.plan().sends().customer()[0]);

        CustomerFacts facts = CustomerReader.read(home.resolve("plan"), customer, TWO);

        for (CustomerFacts.Offer offer : facts.offers()) {
            CustomerFacts.Future future = offer.future().orElseThrow();
            assertThat(offer.value())
                    .isEqualTo(
                            offer.uplift() + future.extraOrders() * future.valueOfAnOrder(),
                            within(1e-5));
        }
    }

    private static Scenario asked(String scenario) {
        return ScenarioReader.read(scenario, "asked", home, file).all().get(0);
    }

    private static Path counting(String name, String values) {
        return campaign.changed(
                name,
                text ->
                        text.replace(
                                "objective: gmv",
                                "objective: value\nfuture_value: {file: %s, customer: customer_id}"
                                        .formatted(values)));
    }

    private static void values(String name, IntToDoubleFunction ofCustomer) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("audience.csv"));
        StringBuilder text = new StringBuilder("customer_id,value_of_an_order\n");
        for (int line = 1; line < lines.size(); line++) {
            text.append(lines.get(line).split(",")[0])
                    .append(',')
                    .append(ofCustomer.applyAsDouble(line))
                    .append('\n');
        }
        Files.writeString(home.resolve(name), text);
    }
}
