package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check says of good and bad campaigns. */
class CheckCommandTest {
    @TempDir Path folder;
    private SpringCampaign spring;

    @BeforeEach
    void a_good_campaign() throws IOException {
        spring = SpringCampaign.in(folder);
    }

    @Test
    void a_good_campaign_has_nothing_that_stops_and_its_power_is_told() {
        Run check = check();

        assertThat(check.exitCode()).isZero();
        assertThat(check.results())
                .contains(
                        "campaign file  campaign.yml is sound: 3 offers, 3 rules, budget 75.00 USD")
                .containsPattern(
                        "history +history\\.csv: 2,000 rows \\(control [0-9]+, coupon_10 [0-9]+,")
                .containsPattern(
                        "lottery +the arms are as large, and as like each other, as in a lottery")
                .containsPattern(
                        "power +push: with [0-9]+ treated and [0-9]+ control rows an effect under"
                                + " [0-9.]+ USD per customer cannot be seen \\([0-9]+ % of what the"
                                + " control brings\\); observed: ")
                .containsPattern("→ To see [0-9.]+ USD takes about [0-9,]+ rows of these two arms")
                .containsPattern(
                        "audience +300 customers, like those of the history in every feature")
                .containsPattern(
                        "plan +budget and rules leave room: if all cost what their arm did on average, about ")
                .containsPattern("spring: [0-9]+ fine, [0-9]+ in doubt, 0 stop a plan");
        assertThat(check.messages()).contains("Next: ./marginal fit ");
    }

    @Test
    void problems_of_all_files_are_told_at_once_and_stop() {
        edit("history.csv", text -> text.replaceFirst("\n(h[0-9]+,)[^,]+,", "\n$1much,"));
        edit("audience.csv", text -> text + text.substring(text.indexOf('\n') + 1));

        Run check = check();

        assertThat(check.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(check.results())
                .containsPattern(
                        "history +history\\.csv line 2: loyalty \\(much\\) must be a number")
                .containsPattern("audience +audience\\.csv line 302: customer_id \\(c1000000\\)")
                .contains("Stops a plan");
        assertThat(check.messages()).contains("Next: mend what stops, then ./marginal check ");
    }

    @Test
    void a_campaign_file_that_cannot_be_read_stops_with_every_problem() {
        edit("campaign.yml", text -> text.replace("currency: USD", "currency: UDS\nbudgte: 3"));

        Run check = check();

        assertThat(check.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(check.results())
                .contains("currency (UDS) must be", "budgte")
                .contains("campaign.yml: 0 fine, 0 in doubt, 2 stop a plan");
    }

    @Test
    void traces_constants_and_twins_are_doubts() {
        columns(
                (cells, row) -> List.of(Double.parseDouble(cells.get(12)) == 0 ? "0" : "7", "same"),
                "visited,same");
        edit(
                "audience.csv",
                text -> text.replace("\n", ",0,same\n").replaceFirst(",0,same", ",visited,same"));
        edit("history.csv", text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");

        Run check = check();

        assertThat(check.results())
                .contains("features       same says the same in every row")
                .contains("features       visited alone tells who buys in 100 of 100 pairs")
                .contains("It was probably measured after the treatment")
                .contains("history        1 row is the same in every cell as another")
                .contains("history        2,000 customers in 2,001 rows");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void a_broken_lottery_stops() {
        edit(
                "history.csv",
                text ->
                        keep(
                                text,
                                (cells, row) ->
                                        !cells.get(11).equals("push")
                                                || Double.parseDouble(cells.get(1)) > 0));

        Run check = check();

        assertThat(check.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(check.results())
                .containsPattern("lottery +Arm 'push' differs from all rows in 'loyalty' by \\+");
    }

    @Test
    void rules_that_no_plan_keeps_stop_with_the_ones_that_fight() {
        edit(
                "campaign.yml",
                text -> text + "  - {rule: minimum_reach, channel: push, min_sends: 400}\n");

        Run check = check();

        assertThat(check.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(check.results())
                .contains("plan           no plan keeps every rule; these cannot hold together: ");
    }

    @Test
    void one_row_that_decides_and_a_return_are_told() {
        edit(
                "history.csv",
                text ->
                        text.replaceFirst(",[0-9.]+\n", ",900000\n")
                                .replaceFirst(",0\\.0\n", ",-5\n"));

        Run check = check();

        assertThat(check.results())
                .contains("outcome        the largest row is 900,000 USD")
                .contains("gmv is below 0 in 1 row, which this model of GMV does not know")
                .contains("Set outcome: squared in the campaign file");
        assertThat(check.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
    }

    @Test
    void programs_read_findings_and_power() {
        Run check = Run.of("check", folder.resolve("campaign.yml"), "--json");

        assertThat(check.results())
                .contains("\"schema\" : \"check-1\"", "\"stops\" : 0", "\"severity\" : \"fine\"")
                .contains("\"treatment\" : \"push\"", "\"smallest_effect\" : ");
    }

    private Run check() {
        Run check = Run.of("check", folder.resolve("campaign.yml"));
        assertThat(check.messages()).doesNotContain("should not have happened");
        return check;
    }

    private void edit(String name, UnaryOperator<String> change) {
        spring.edit(name, change);
    }

    /** Something about one row. */
    private interface OfRow<T> {
        T of(List<String> cells, int row);
    }

    private void columns(OfRow<List<String>> more, String header) {
        edit(
                "history.csv",
                text -> {
                    List<String> lines = new ArrayList<>(text.lines().toList());
                    lines.set(0, lines.get(0) + "," + header);
                    for (int row = 1; row < lines.size(); row++) {
                        List<String> cells = List.of(lines.get(row).split(","));
                        lines.set(
                                row, lines.get(row) + "," + String.join(",", more.of(cells, row)));
                    }
                    return String.join("\n", lines) + "\n";
                });
    }

    private static String keep(String text, OfRow<Boolean> kept) {
        List<String> lines = text.lines().toList();
        List<String> left = new ArrayList<>(List.of(lines.get(0)));
        for (int row = 1; row < lines.size(); row++) {
            if (kept.of(List.of(lines.get(row).split(",")), row)) {
                left.add(lines.get(row));
            }
        }
        return String.join("\n", left) + "\n";
    }
}
