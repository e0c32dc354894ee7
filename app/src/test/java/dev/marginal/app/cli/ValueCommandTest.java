package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueCommandTest {
    @TempDir static Path home;
    private static Path log;
    private static Path model;

    @BeforeAll
    static void a_model() {
        log = home.resolve("purchases.csv");
        TableFiles.write(ShopLog.table(), log);
        model = home.resolve("model");
        Run fit = Run.of("value", "fit", log, "--time", "day", "--out", model);
        assertThat(fit.exitCode()).as(fit.messages()).isZero();
        assertThat(fit.results())
                .contains("rows of 1,500 customers, 2025-01-01 to 2025-12-31")
                .contains("A new customer comes back", "converged", "Model folder: " + model);
    }

    @Test
    void models_stand_beside_what_takes_none() {
        Run run = Run.of("value", "evaluate", log, "--time", "day", "--until", "2025-08-31");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("known on 2025-08-31, by the 17.4 weeks until 2025-12-31")
                .contains("pareto_nbd", "bg_nbd", "own pace", "same again")
                .containsPattern("RFM score +[.0-9]+ +[.0-9]+ +an order alone");
    }

    @Test
    void a_boosted_model_stands_beside_them_and_is_shown_more_of_customers() throws IOException {
        Path features =
                Files.write(
                        home.resolve("customers.csv"),
                        IntStream.range(0, 1_500)
                                .mapToObj(i -> "c%07d,%d".formatted(i, i % 7))
                                .collect(
                                        () -> new ArrayList<>(List.of("customer,day_of_birth")),
                                        List::add,
                                        List::addAll));
        Run run =
                Run.of(
                        "value",
                        "evaluate",
                        log,
                        "--time",
                        "day",
                        "--until",
                        "2025-09-15",
                        "--features",
                        features);
        Run stretched = Run.of("value", "evaluate", log, "--time", "day", "--until", "2025-05-31");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .containsPattern("boosted +[.0-9]+ +[.0-9]+ ")
                .doesNotContain("boosted:");
        assertThat(stretched.results())
                .contains(
                        "boosted: The log is too short to have seen 214 days follow on as many: trees learnt from 75 days,");
    }

    @Test
    void a_report_and_its_charts_are_written_and_json_has_their_numbers() throws IOException {
        Path page = home.resolve("told/value.html");
        Path charts = home.resolve("told/charts");
        Object[] command = {
            "value", "evaluate", log, "--time", "day", "--report", page, "--charts", charts
        };
        JsonNode told = Promised.result(command);
        String html = Files.readString(page);
        Run again = Run.of(command);

        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("of what customers then spent was predicted", "id=\"tracking\"");
        assertThat(again.results())
                .contains(page + " is written\n", charts + ": 8 charts, each as SVG and PNG");
        assertThat(again.messages()).contains("Next: open " + page + " in a browser, or ");
        assertThat(page).hasContent(html);
        assertThat(told.at("/files/report").asText()).isEqualTo(page.toString());
        assertThat(told.at("/files/charts")).hasSize(16);
        for (JsonNode file : told.at("/files/charts")) {
            assertThat(Path.of(file.asText())).isNotEmptyFile();
        }
        JsonNode totals = told.at("/curves/tracking/actual/total");
        double held = told.at("/evaluation/purchases/0/calibration/actual").asDouble();
        int known = told.at("/curves/tracking/known").asInt();
        assertThat(totals.get(totals.size() - 1).asDouble())
                .isEqualTo(totals.get(known - 1).asDouble() + held);
        assertThat(told.at("/curves/pasts/0/alive"))
                .hasSameSizeAs(told.at("/curves/pasts/0/silences"));
        try (Stream<Path> left = Files.list(page.getParent())) {
            assertThat(left).containsExactlyInAnyOrder(page, charts);
        }
    }

    @Test
    void a_report_that_cannot_be_written_leaves_nothing() throws IOException {
        Path charts = Files.writeString(home.resolve("charts-file"), "mine");
        Path page = home.resolve("unwritten.html");
        Run run =
                Run.of(
                        "value",
                        "evaluate",
                        log,
                        "--time",
                        "day",
                        "--report",
                        page,
                        "--charts",
                        charts);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.messages()).contains(charts + " cannot be written", "a file stands there");
        assertThat(page).doesNotExist();
        assertThat(charts).hasContent("mine");
    }

    @Test
    void a_dry_run_scores_and_writes_nothing() {
        Path out = home.resolve("none.csv");
        Run run =
                Run.of(
                        "value",
                        "score",
                        log,
                        "--model",
                        model,
                        "--out",
                        out,
                        "--dry-run",
                        "--until",
                        "2025-10-01",
                        "--discount",
                        "0.1");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains("within 52.2 weeks, discounted by 10.0 % a year")
                .contains("The model knows the time until 2025-12-31, which is after that day")
                .contains("Nothing was written; " + out);
        assertThat(out).doesNotExist();
    }

    @Test
    void what_stands_there_is_not_written_over() throws IOException {
        Path there = Files.writeString(home.resolve("there.csv"), "mine");
        Run score = Run.of("value", "score", log, "--model", model, "--out", there);
        Run fit = Run.of("value", "fit", log, "--time", "day", "--out", model);

        assertThat(score.exitCode()).isEqualTo(3);
        assertThat(score.messages()).contains("there.csv: is there already; nothing was written.");
        assertThat(there).hasContent("mine");
        assertThat(fit.exitCode()).isEqualTo(3);
        assertThat(fit.messages()).contains("is not an empty folder; nothing was written");
    }

    @Test
    void words_and_dates_that_cannot_be_are_told_with_those_that_can() {
        assertThat(misuse("value", "fit", log, "--unit", "weak"))
                .contains(
                        "--unit (weak) must be one of day, week, month, year. Did you mean 'week'?");
        assertThat(misuse("value", "fit", log, "--refunds", "neted"))
                .contains("--refunds (neted) must be one of left_out, netted, refused.")
                .contains("Did you mean 'netted'?");
        assertThat(misuse("value", "fit", log, "--purchases", "bgnbd"))
                .contains("--purchases (bgnbd) must be one of pareto_nbd, bg_nbd.");
        assertThat(misuse("value", "evaluate"))
                .contains("Give either a LOG or a query with --sql.");
        assertThat(misuse("value", "evaluate", log, "--time", "day", "--until", "2025-12-31"))
                .contains(
                        "--until (2025-12-31) must be before the end of the holdout (2025-12-31).");
        assertThat(misuse("value", "evaluate", log, "--report", log))
                .contains("--report (" + log + ") must end in .html.");
        assertThat(misuse("value", "score", log, "--model", model, "--out", "scores.txt"))
                .contains("--out (scores.txt) must end in .csv, .csv.gz or .parquet.");
        assertThat(misuse("value", "score", log, "--model", model, "--horizon", "0"))
                .contains("horizon (0.0) must be positive.");
    }

    private static String misuse(Object... words) {
        Run run = Run.of(words);
        assertThat(run.exitCode()).as(run.messages()).isEqualTo(2);
        return run.messages();
    }
}
