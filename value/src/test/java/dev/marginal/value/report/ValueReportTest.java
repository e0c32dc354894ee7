package dev.marginal.value.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.reports.Page;
import dev.marginal.reports.charts.Chart;
import dev.marginal.tables.Execution;
import dev.marginal.value.Cdnow;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.evaluation.Verdict;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report on CDNOW's second 39 weeks. */
class ValueReportTest {
    private static Verdict verdict;
    private static Page page;
    private static String html;
    private static Map<String, Chart> charts;

    @BeforeAll
    static void report() {
        TransactionLog log = Cdnow.log();
        verdict = new Holdout(log, Cdnow.UNTIL, Cdnow.END).judge(PurchaseModels.names(), Cdnow.ONE);
        page = new ValueReport(verdict, log).page();
        html = page.html();
        charts = page.charts().stream().collect(Collectors.toMap(Chart::id, Function.identity()));
    }

    @Test
    void the_answer_comes_first_in_words() {
        assertThat(html)
                .contains("<p class='big'>85 %<small> of what customers then spent was predicted")
                .contains(
                        "Pareto/NBD knew the log until 1997-09-30 and said what the 2,357 customers of that day would spend in the next 39 weeks:")
                .contains("They spent 70,976. That is too little.")
                .contains("Without a model, &#39;own pace&#39; misses by 43.31.")
                .contains(
                        "But &#39;RFM score&#39;, which takes no model, comes to 0.685: for an order alone it does as well.");
    }

    @Test
    void a_finding_names_its_model_as_the_tables_do() {
        ValueEvaluation one = verdict.evaluation();
        ValueEvaluation found =
                new ValueEvaluation(
                        one.until(),
                        one.end(),
                        one.horizon(),
                        one.unit(),
                        one.customers(),
                        one.buyers(),
                        one.purchases(),
                        one.spend(),
                        one.byFrequency(),
                        "boosted: The log is too short for it.");

        assertThat(new Facts(found).finding()).isEqualTo("Boosted: The log is too short for it.");
    }

    @Test
    void questions_follow_each_with_its_answer() {
        assertThat(html)
                .containsSubsequence(
                        "In short",
                        "How much?",
                        "Of what was spent, Pareto/NBD predicted 85 %, BG/NBD predicted 84 %.",
                        "Who comes first?",
                        "RFM score is the best order by amount (0.685 of a perfect one), then same again (0.680).",
                        "Do the models keep pace?",
                        "they came back 4,339 times; Pareto/NBD expects ",
                        "What does a past say?",
                        "Of customers who came back 3 times, 93 % still buy after 5 weeks of silence and 48 % after 20 weeks, as Pareto/NBD reads it.",
                        "Where does it come from?",
                        "What the words mean");
    }

    @Test
    void charts_are_the_figures_of_the_verdict() {
        assertThat(charts)
                .containsOnlyKeys(
                        "by-frequency",
                        "by-tenth",
                        "orders",
                        "tracking",
                        "alive-pareto-nbd",
                        "purchases-pareto-nbd",
                        "alive-bg-nbd",
                        "purchases-bg-nbd");
        assertThat(rows("by-frequency"))
                .extracting(row -> row.get(0) + ": " + row.get(2))
                .containsExactly(
                        "0: 0.24",
                        "1: 0.70",
                        "2: 1.39",
                        "3: 1.56",
                        "4: 2.53",
                        "5: 2.95",
                        "6: 3.86",
                        "7+: 6.36");
        assertThat(rows("by-frequency").get(7).get(4)).isEqualTo("6.16");
        assertThat(rows("tracking")).hasSize(78);
        assertThat(rows("tracking").get(38))
                .startsWith("1997-09-30 (the cut)", "7")
                .contains("2,457");
        assertThat(rows("orders"))
                .extracting(row -> row.get(0))
                .hasSameSizeAs(verdict.evaluation().spend())
                .startsWith("RFM score")
                .containsExactlyInAnyOrderElementsOf(
                        verdict.evaluation().spend().stream()
                                .map(Judged::name)
                                .map(Facts::name)
                                .toList());
    }

    @Test
    void every_chart_has_words_and_a_table_with_all_that_it_draws() {
        assertThat(page.charts())
                .allSatisfy(
                        chart -> {
                            assertThat(chart.description()).isNotBlank();
                            assertThat(chart.data().rows())
                                    .isNotEmpty()
                                    .allMatch(row -> row.size() == chart.data().columns().size());
                        });
    }

    @Test
    void names_are_given_once_and_headings_leave_out_no_level() {
        List<String> ids = found(" id=[\"']([^\"']+)[\"']");
        List<Integer> levels = found("<h([1-6])[ >]").stream().map(Integer::valueOf).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int heading = 1; heading < levels.size(); heading++) {
            assertThat(levels.get(heading)).isLessThanOrEqualTo(levels.get(heading - 1) + 1);
        }
    }

    @Test
    void a_holdout_without_purchases_judges_nothing_and_says_so() {
        TransactionLog log = Cdnow.log();
        Verdict empty =
                new Holdout(log, log.lastDay(), log.lastDay().plusDays(70))
                        .judge(List.of("bg_nbd"), Cdnow.ONE);

        assertThat(new ValueReport(empty, log).page().html())
                .contains("<p class='big'>0<small> was spent by customers who were known")
                .contains(
                        "spent anything in the 10 weeks after it, so that no prediction can be judged. BG/NBD predicted ")
                .contains("Do the models keep pace?", "What does a past say?")
                .doesNotContain("How much?", "Who comes first?", "NaN", "Infinity");
    }

    @Test
    void the_same_log_gives_the_same_bytes_whatever_the_threads() {
        TransactionLog log = Cdnow.log();
        Verdict again =
                new Holdout(log, Cdnow.UNTIL, Cdnow.END)
                        .judge(PurchaseModels.names(), new Execution(3));

        assertThat(new ValueReport(again, log).page().html()).isEqualTo(html);
    }

    private static List<List<String>> rows(String chart) {
        return charts.get(chart).data().rows();
    }

    private static List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }
}
