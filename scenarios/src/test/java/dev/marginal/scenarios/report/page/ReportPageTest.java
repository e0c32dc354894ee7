package dev.marginal.scenarios.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.reports.charts.Chart;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.tables.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The report of a planted campaign whose rules speak of regions. */
class ReportPageTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String QUOTES = "a \"b\" 'c' & <d>";

    @TempDir static Path home;
    private static Path folder;
    private static PlanFacts facts;
    private static String page;

    @BeforeAll
    static void plan() throws IOException {
        SmallCampaign campaign = new SmallCampaign(home);
        folder = home.resolve("p");
        PlanFolder.publish(campaign.plan(), LocalDate.of(2026, 11, 21), folder);
        facts = PlanFacts.of(folder);
        page = Files.readString(folder.resolve("report.html"));
    }

    @Test
    void the_report_of_a_folder_is_the_one_that_was_published() {
        assertThat(new ReportPage(facts).html()).isEqualTo(page);
    }

    @Test
    void the_number_that_matters_stands_first_and_every_part_after_it_in_order() {
        JsonNode gmv = facts.plan().path("forecast").path("incremental_gmv");

        assertThat(page)
                .containsSubsequence(
                        "<h1>",
                        facts.figures().amount(gmv.path("estimate").asDouble()),
                        facts.figures().money(gmv.path("low").asDouble()),
                        "Evidence: ",
                        "Expected spend",
                        "Room for a better plan",
                        "What would other budgets earn?",
                        "How much better is it than simpler plans?",
                        "Are the predicted effects real?",
                        "What does targeting add?",
                        "Who gets what?",
                        "What holds it back?",
                        "What decides the uplift?",
                        "Can the experiment and the model be trusted?",
                        "Where does it come from?");
    }

    @Test
    void every_chart_has_words_and_a_table_with_all_that_it_draws() {
        List<Chart> charts = new ReportPage(facts).charts();

        assertThat(charts).hasSizeGreaterThan(8).extracting(Chart::id).doesNotHaveDuplicates();
        assertThat(charts)
                .allSatisfy(
                        chart -> {
                            assertThat(chart.description()).isNotBlank();
                            assertThat(chart.data().rows()).isNotEmpty();
                            assertThat(chart.data().rows())
                                    .allMatch(row -> row.size() == chart.data().columns().size());
                        });
        assertThat(count("<figure ", page)).isEqualTo(charts.size());
        assertThat(count("The same as a table", page)).isEqualTo(charts.size());
        assertThat(count("<svg ", page)).isEqualTo(2 * charts.size());
        assertThat(count("</desc>", page)).isEqualTo(2 * charts.size());
    }

    @Test
    void nothing_is_fetched_and_nothing_runs() {
        assertThat(page)
                .doesNotContain("<script", "http://", "https://", "src=", "@import", "url(");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void the_curve_holds_the_plan_itself_and_never_falls() {
        JsonNode budgets = facts.more().path("budgets");
        List<JsonNode> points = Told.all(budgets.path("points"));
        List<JsonNode> own = points.stream().filter(one -> one.path("own").asBoolean()).toList();

        assertThat(own).hasSize(1);
        assertThat(own.get(0).path("value").asDouble())
                .isEqualTo(facts.plan().path("value").asDouble());
        assertThat(points).hasSizeGreaterThan(8);
        assertThat(points).extracting(one -> one.path("value").asDouble()).isSorted();
        assertThat(points)
                .allMatch(
                        one ->
                                one.path("spend").asDouble()
                                        <= budgets.path("plateau").asDouble() + 0.01);
    }

    @Test
    void who_gets_what_counts_every_customer_and_every_send_once() {
        assertThat(facts.more().path("groups"))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        group -> {
                            long customers = 0;
                            long sends = 0;
                            for (JsonNode row : group.path("rows")) {
                                customers += row.path("customers").asLong();
                                for (JsonNode channel : row.path("sends")) {
                                    sends += channel.asLong();
                                }
                            }
                            assertThat(customers).isEqualTo(1_500);
                            assertThat(sends).isEqualTo(facts.plan().path("sends").asLong());
                        });
    }

    @Test
    void hostile_names_stay_words() throws Exception {
        ReportPage report = new ReportPage(hostile());

        assertThat(report.html())
                .doesNotContain(SCRIPT, QUOTES)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("a &quot;b&quot; &#39;c&#39; &amp; &lt;d&gt;");
        for (Chart chart : report.charts()) {
            Document drawing = xml(chart.file());
            assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
            assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(chart.title());
        }
    }

    @Test
    void what_a_folder_does_not_hold_is_said_in_words() {
        MissingNode gone = MissingNode.getInstance();

        assertThat(new ReportPage(new PlanFacts(facts.plan(), gone, gone, gone)).html())
                .contains("it has no report.json, which later versions write")
                .contains("the model&#39;s evaluation is not in this folder")
                .contains("so that effects cannot be shown by decile")
                .contains("so that there is no Qini curve")
                .contains("so that it cannot be told which features decide");
    }

    @Test
    void a_plan_that_cannot_be_measured_shows_the_models_claim_and_says_so() {
        ObjectNode plan = facts.plan().deepCopy();
        ((ObjectNode) plan.path("forecast")).putNull("incremental_gmv");

        assertThat(page(plan))
                .contains("as the model claims")
                .contains("The experiment cannot say what this plan will earn")
                .doesNotContain("GMV for each");
    }

    @Test
    void a_broken_lottery_is_said_before_anything_else() {
        ObjectNode plan = facts.plan().deepCopy();
        ((ObjectNode) plan.path("forecast"))
                .putArray("not_to_be_trusted_because")
                .add("The arms differ in region.");
        ((ObjectNode) plan.path("randomisation")).put("verdict", "broken");

        assertThat(page(plan))
                .containsSubsequence(
                        "<h1>",
                        "Not to be trusted: The arms differ in region.",
                        "incremental GMV",
                        "no number of this report can be trusted");
    }

    @Test
    void a_plan_that_sends_nothing_says_so_and_has_no_claim() {
        ObjectNode plan = facts.plan().deepCopy();
        plan.put("sends", 0).put("spend", 0);

        assertThat(page(plan))
                .contains(
                        "<p class='big'>0<small>",
                        "This plan sends nothing",
                        "Nobody gets anything")
                .doesNotContain("The model itself claims", "GMV for each");
    }

    @Test
    void a_loss_is_called_a_loss() {
        ObjectNode plan = facts.plan().deepCopy();
        ((ObjectNode) plan.path("forecast"))
                .putObject("incremental_gmv")
                .put("estimate", -120)
                .put("low", -300)
                .put("high", -10);

        assertThat(page(plan))
                .contains("<p class='big'>−120<small>")
                .contains("Customers are expected to spend less than if nothing were sent.")
                .contains("With 95 % confidence it is between −300 USD and −10.00 USD.")
                .contains("Careful: this plan is expected to cost more than the GMV it adds.");
    }

    @Test
    void a_campaign_for_profit_tells_what_is_left() {
        ObjectNode plan = facts.plan().deepCopy();
        plan.put("objective", "profit, margin 0.25").put("spend", 100);
        ((ObjectNode) plan.path("forecast"))
                .putObject("incremental_gmv")
                .put("estimate", 4_000)
                .put("low", 800)
                .put("high", 8_000);

        assertThat(page(plan))
                .contains(
                        "At a margin of 25 % and after the spend, a profit of 900 USD is left (95 % interval 100 USD to 1,900 USD).")
                .contains("<dt>Profit</dt>");
    }

    @Test
    void a_folder_without_a_plan_is_refused() {
        assertThatThrownBy(() -> PlanFacts.of(home.resolve("nothing")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a plan folder: it has no plan.json");
    }

    private static String page(JsonNode plan) {
        return new ReportPage(
                        new PlanFacts(plan, facts.more(), facts.evaluation(), facts.inspection()))
                .html();
    }

    /** The same facts where every name of the campaign's is hostile. */
    private static PlanFacts hostile() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode plan = facts.plan().deepCopy();
        plan.put("campaign", SCRIPT);
        plan.path("offers").forEach(offer -> ((ObjectNode) offer).put("offer", QUOTES));
        plan.path("limits").forEach(limit -> ((ObjectNode) limit).put("limit", SCRIPT));
        plan.path("not_sent").forEach(one -> ((ObjectNode) one).put("reason", "cap:" + SCRIPT));
        ObjectNode more = facts.more().deepCopy();
        for (JsonNode group : more.path("groups")) {
            ((ObjectNode) group).put("column", QUOTES);
            group.path("rows").forEach(row -> ((ObjectNode) row).put("name", SCRIPT));
        }
        ObjectNode evaluation = facts.evaluation().deepCopy();
        evaluation.path("treatments").forEach(one -> ((ObjectNode) one).put("treatment", SCRIPT));
        String inspection =
                facts.inspection()
                        .toString()
                        .replaceAll("\"feature\":\"[^\"]*\"", "\"feature\":\"" + SCRIPT + "\"");
        return new PlanFacts(plan, more, evaluation, json.readTree(inspection));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long count(String word, String text) {
        return Pattern.compile(Pattern.quote(word)).matcher(text).results().count();
    }
}
