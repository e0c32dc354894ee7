package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user sees who gives something wrong: one clear error, an exit code by kind, and nothing
 * written.
 */
class BadInputTest {
    @TempDir Path folder;
    private SpringCampaign spring;

    @BeforeEach
    void a_good_campaign() throws IOException {
        spring = SpringCampaign.in(folder);
        edit("campaign.yml", text -> text.replace("objective:", "learner: x\nobjective:"));
    }

    @Test
    void a_missing_file_is_told_with_what_is_there() {
        edit("campaign.yml", text -> text.replace("history.csv", "histroy.csv"));

        assertRefused(plan(), "histroy.csv", "Did you mean 'history.csv'?");
    }

    @Test
    void an_empty_file_is_told() {
        edit("history.csv", text -> "");

        assertRefused(plan(), "history.csv: must have a header and rows. The file is empty.");
    }

    @Test
    void ragged_rows_are_told_with_their_lines() {
        editLine("history.csv", 5, line -> line + ",1");
        editLine("history.csv", 9, line -> line.substring(0, line.lastIndexOf(',')));

        assertRefused(plan(), "2 problems", "line 5: ", "line 9: ");
    }

    @Test
    void words_in_a_number_column_are_told_with_line_column_and_value() {
        editLine("history.csv", 7, line -> replaceCell(line, 1, "often"));

        assertRefused(plan(), "history.csv line 7: loyalty (often) must be a number");
    }

    @Test
    void a_mistyped_channel_is_told_with_the_one_that_was_meant() {
        edit(
                "campaign.yml",
                text -> text.replace("channel: push,   max_sends", "channel: psuh,   max_sends"));

        assertRefused(
                plan(),
                "rules[3].channel (psuh) must be one of push, coupon. Did you mean 'push'?");
    }

    @Test
    void a_mistyped_treatment_is_told_with_the_one_that_was_meant() {
        edit("campaign.yml", text -> text.replace("treatment: coupon_5, ", "treatment: cupon_5, "));

        assertRefused(
                plan(),
                "campaign.yml: treatment of offer coupon_5 (cupon_5) has no rows in the history. Did you mean 'coupon_5'?",
                "coupon_10, coupon_5, none, push");
    }

    @Test
    void an_arm_with_no_rows_is_told() {
        edit("history.csv", text -> withoutRows(text, ",coupon_10,"));

        assertRefused(
                plan(),
                "campaign.yml: treatment of offer coupon_10 (coupon_10) has no rows in the history.");
    }

    @Test
    void an_arm_with_hardly_any_rows_is_told() {
        edit(
                "history.csv",
                text -> withoutRows(text, ",coupon_10,") + firstRow(text, ",coupon_10,"));

        assertRefused(plan(), "history.csv: arm (coupon_10) has only 1 row");
    }

    @Test
    void a_missing_control_is_told_with_the_arms_that_exist() {
        edit("campaign.yml", text -> text.replace("control: none ", "control: nothing "));

        assertRefused(
                plan(),
                "campaign.yml: history.control (nothing) must be an arm of the history.",
                "Found in column 'arm' of history.csv: coupon_10, coupon_5, none, push.");
    }

    @Test
    void a_negative_budget_is_told() {
        edit("campaign.yml", text -> text.replaceFirst("budget: [0-9.]+", "budget: -5"));

        assertRefused(
                plan(),
                "budget (-5) must be an amount of money from 0 to a trillion, such as 2500.00.");
    }

    @Test
    void a_customer_who_stands_twice_is_told_with_both_lines() {
        editLine("audience.csv", 10, line -> replaceCell(line, 0, "c1000000"));

        assertRefused(plan(), "audience.csv line 10: customer_id (c1000000)", "line 2");
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_their_line() throws IOException {
        byte[] bytes =
                Files.readString(folder.resolve("audience.csv"))
                        .replace("c1000007", "caf\u00e97")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("audience.csv"), bytes);

        assertRefused(plan(), "audience.csv line 9", "UTF-8");
    }

    @Test
    void values_that_are_not_finite_are_told() {
        editLine("history.csv", 3, line -> replaceCell(line, 2, "NaN"));
        editLine("history.csv", 4, line -> replaceCell(line, 2, "inf"));

        assertRefused(
                plan(),
                "line 3: recent_orders (NaN) must be a finite number",
                "line 4: recent_orders (inf) must be a finite number");
    }

    @Test
    void a_feature_that_the_model_never_saw_is_told() {
        edit(
                "audience.csv",
                text -> {
                    List<String> lines = text.lines().map(line -> line + ",1").toList();
                    return String.join("\n", lines).replaceFirst(",1\n", ",eye_colour\n") + "\n";
                });

        assertRefused(
                plan(),
                "audience.csv line 1: column (eye_colour) must be one of customer_id, loyalty, ",
                "The model never saw such a feature. Maybe list it under audience.ignore.");
    }

    @Test
    void a_feature_that_the_audience_lacks_is_told() {
        edit("audience.csv", text -> text.replaceFirst("app_usage", "app_usages"));

        assertRefused(plan(), "audience.csv", "app_usage", "Did you mean 'app_usages'?");
    }

    @Test
    void a_column_named_twice_is_told() {
        edit("history.csv", text -> text.replaceFirst("returns", "loyalty"));

        assertRefused(
                plan(),
                "history.csv line 1: column 10 (loyalty) must have a name of its own. Column 2 is 'loyalty'.");
    }

    @Test
    void rules_that_cannot_hold_together_are_told_in_words_and_numbers() {
        edit(
                "campaign.yml",
                text ->
                        text.replaceFirst("budget: [0-9.]+", "budget: 100")
                                + "  - {rule: offer_quota, offer: coupon_10, min_sends: 200}\n");

        Run run = plan();

        assertThat(run.exitCode()).isEqualTo(Ending.NO_PLAN.exitCode());
        assertThat(run.messages())
                .contains(
                        "No plan keeps every rule. These cannot hold together:",
                        "coupon_10",
                        "200",
                        "100.00");
        assertNothingWritten();
    }

    @Test
    void an_amount_that_no_customer_ever_spent_is_told() {
        editLine(
                "history.csv",
                4,
                line -> line.substring(0, line.lastIndexOf(',')) + ",1000000000000");

        assertRefused(
                plan(),
                "history.csv line 4: gmv (1000000000000) must be between -100000000 and 100000000");
    }

    @Test
    void arms_and_offers_that_yaml_would_take_for_something_else_are_words() {
        edit(
                "history.csv",
                text ->
                        text.replace(",coupon_5,", ",Yes,")
                                .replace(",push,", ",010,")
                                .replace(",none,", ",No,"));
        edit(
                "campaign.yml",
                text ->
                        text.replace("treatment: coupon_5, ", "treatment: Yes, ")
                                .replace("{offer: coupon_5, ", "{offer: Off, ")
                                .replace("treatment: push, ", "treatment: 010, ")
                                .replace("control: none", "control: No"));

        Run run = plan();

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results()).contains("audited, 22 claims hold");
    }

    @Test
    void a_zero_budget_gives_an_empty_plan_and_is_no_error() {
        edit("campaign.yml", text -> text.replaceFirst("budget: [0-9.]+", "budget: 0"));

        Run run = plan();

        assertThat(run.messages()).doesNotContain("problem");
        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("plans/p/sends.csv"))
                .hasContent(
                        "customer,offer,channel,value,cost,uplift,order_probability,send_at,"
                                + "expires_at,decision_id,propensity");
        assertThat(run.results()).contains("Earns                    nothing");
    }

    private Run plan() {
        return Run.of(
                "plan",
                folder.resolve("campaign.yml"),
                "--out",
                folder.resolve("plans/p"),
                "--threads",
                1);
    }

    private void assertRefused(Run run, String... words) {
        assertThat(run.messages()).contains(words);
        assertThat(run.messages()).doesNotContain("This should not have happened");
        assertThat(run.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(run.results()).isEmpty();
        assertNothingWritten();
    }

    private void assertNothingWritten() {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "campaign.yml", "history.csv", "audience.csv", "truth.csv");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void edit(String name, UnaryOperator<String> change) {
        spring.edit(name, change);
    }

    private void editLine(String name, int line, UnaryOperator<String> change) {
        edit(
                name,
                text -> {
                    List<String> lines = new ArrayList<>(text.lines().toList());
                    lines.set(line - 1, change.apply(lines.get(line - 1)));
                    return String.join("\n", lines) + "\n";
                });
    }

    private static String replaceCell(String line, int cell, String value) {
        String[] cells = line.split(",", -1);
        cells[cell] = value;
        return String.join(",", cells);
    }

    private static String withoutRows(String text, String containing) {
        return String.join("\n", text.lines().filter(line -> !line.contains(containing)).toList())
                + "\n";
    }

    private static String firstRow(String text, String containing) {
        return text.lines().filter(line -> line.contains(containing)).findFirst().orElseThrow()
                + "\n";
    }
}
