package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Lifecycle;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.value.UnitOfTime;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.lifecycle.StageRules.Bounds;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.scoring.Horizon;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleKeysTest {
    private static final String FILE =
            """
            campaign: spring
            currency: USD
            history: {file: history.csv, customer: id, treatment: arm, control: none, gmv: spend, time: day}
            audience: {file: audience.csv, customer: id}
            offers: [{offer: push, treatment: push, channel: push}]
            budget: 5
            """;
    private static final String LOG =
            "purchases: {file: buys.csv, customer: who, time: at, amount: paid}";

    @TempDir Path folder;

    @Test
    void a_log_is_enough_and_everything_else_is_as_usual() {
        Lifecycle asked = lifecycle("{%s}".formatted(LOG));

        assertThat(asked.purchases()).isEqualTo(new Source.Files(folder, "buys.csv"));
        assertThat(asked.log()).isEqualTo(LogSettings.of("who", "at", "paid"));
        assertThat(asked.model()).isEqualTo("pareto_nbd");
        assertThat(asked.horizon().length()).isEqualTo(UnitOfTime.WEEK.of(UnitOfTime.YEAR.days()));
        assertThat(asked.stages()).isEqualTo(StageRules.defaults());
        assertThat(asked.features()).isEmpty();
        assertThat(asked.asOf()).isEmpty();
    }

    @Test
    void everything_can_be_said() {
        Lifecycle asked =
                lifecycle(
                        """
                        {purchases: {sql: select 1, customer: who, time: at, amount: paid, refunds: netted, nameless: refused},
                         model: bg_nbd, unit: day, horizon: 90, discount: 0.1, as_of: 2026-06-30, since: 2026-03-31,
                         features: [stage, value],
                         stages: {new: {first_purchase_within_days: 14}, loyal: {repeat_purchases: 5},
                                  at risk: {p_alive_below: 0.8}, lost: {p_alive_below: 0.05, silent_days: 400}}}""");

        assertThat(asked.log())
                .isEqualTo(
                        new LogSettings(
                                "who",
                                "at",
                                "paid",
                                LogSettings.Refunds.NETTED,
                                LogSettings.Nameless.REFUSED,
                                UnitOfTime.DAY));
        assertThat(asked.model()).isEqualTo("bg_nbd");
        assertThat(asked.horizon()).isEqualTo(new Horizon(90, .1));
        assertThat(asked.asOf()).contains(LocalDate.of(2026, 6, 30));
        assertThat(asked.since()).contains(LocalDate.of(2026, 3, 31));
        assertThat(asked.features()).containsExactly("stage", "value");
        assertThat(asked.stages())
                .isEqualTo(
                        new StageRules(
                                14,
                                5,
                                new Bounds(.8, 90),
                                new Bounds(.4, 180),
                                new Bounds(.05, 400)));
    }

    @Test
    void objective_value_takes_what_an_order_is_worth_from_it() {
        CampaignFile file = read("objective: value\nlifecycle: {%s}\n".formatted(LOG));

        assertThat(((Objective.Value) file.objective()).table()).isEmpty();
    }

    @Test
    void customers_are_looked_at_on_the_logs_last_day_or_a_stated_one_but_before_the_plans() {
        Lifecycle usual = lifecycle("{%s}".formatted(LOG));
        Lifecycle stated = lifecycle("{%s, as_of: 2026-06-30}".formatted(LOG));
        LocalDate last = LocalDate.of(2026, 7, 31);

        assertThat(usual.eve(last)).isEqualTo(new Lifecycle.Eve(last, "the log's last day"));
        assertThat(stated.eve(last).date()).isEqualTo("2026-06-30");
        assertThat(stated.eve(last).why()).isEqualTo("as_of of the campaign file");
        assertThat(usual.before(last).eve(last))
                .isEqualTo(
                        new Lifecycle.Eve(LocalDate.of(2026, 7, 30), "the day before the plan's"));
        assertThat(usual.before(last.plusDays(1)).eve(last)).isEqualTo(usual.eve(last));
        assertThat(stated.before(LocalDate.of(2026, 6, 1)).eve(last).date())
                .isEqualTo("2026-05-31");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    model: pareto                        | line 7: lifecycle.model (pareto) must be one of pareto_nbd, bg_nbd.
                    horizon: 0                           | line 7: lifecycle.horizon (0) must be a number of weeks above 0, such as 26.
                    unit: fortnight                      | line 7: lifecycle.unit (fortnight) must be one of day, week, month, year.
                    as_of: yesterday                     | line 7: lifecycle.as_of (yesterday) must be a day. Such as 2026-11-29.
                    features: [stages]                   | line 7: lifecycle.features (stages) must be one of stage, p_alive, expected_purchases, expected_spend, value, value_of_an_order, rfm, segment. Did you mean 'stage'?
                    stages: {sleepy: {silent_days: 3}}   | line 7: lifecycle.stages.sleepy is not a key here. Known here: new, loyal, at risk, dormant, lost.
                    stages: {dormant: {p_alive_below: 0.9}} | line 7: lifecycle.stages.dormant (p_alive_below: 0.9) must be at most 0.7, as it is for at risk. Of lost, dormant and at risk, the first that holds is a customer's stage.
                    stages: {lost: {silent_days: 30}}    | line 7: lifecycle.stages.lost (silent_days: 30) must be at least 180, as it is for dormant. Of lost, dormant and at risk, the first that holds is a customer's stage.
                    stages: {loyal: {repeat_purchases: 0}} | line 7: lifecycle.stages.loyal.repeat_purchases (0) must be a whole number, 1 or more.
                    """)
    void a_slip_is_told_with_its_line(String keys, String sentence) {
        assertThat(problems("lifecycle: {%s, %s}\n".formatted(LOG, keys)))
                .containsExactly("campaign.yml " + sentence);
    }

    @Test
    void all_slips_are_told_at_once() {
        assertThat(
                        problems(
                                "lifecycle: {purchases: {file: b.csv, customer: who, refunds: kept}, horizon: x}\n"))
                .containsExactlyInAnyOrder(
                        "campaign.yml line 7: lifecycle.purchases.time is missing. Such as: time: day, the column of dates.",
                        "campaign.yml line 7: lifecycle.purchases.amount is missing. Such as: amount: total, the column of what was paid.",
                        "campaign.yml line 7: lifecycle.purchases.refunds (kept) must be one of left_out, netted, refused.",
                        "campaign.yml line 7: lifecycle.horizon (x) must be a number of weeks above 0, such as 26.");
    }

    @Test
    void features_need_the_customer_and_the_day_of_each_row() {
        String text =
                FILE.replace(", time: day", "")
                        + "lifecycle: {%s, features: [stage]}\n".formatted(LOG);

        assertThat(catchThrowableOfType(BadInput.class, () -> whole(text)).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "campaign.yml line 7: lifecycle.features (stage) needs history.customer and history.time, the customer and the day of treatment of each row. Only purchases before that day may be known to a feature. Rules can name these columns without.");
    }

    private Lifecycle lifecycle(String section) {
        return read("lifecycle: " + section + "\n").lifecycle().orElseThrow();
    }

    private List<String> problems(String more) {
        return catchThrowableOfType(BadInput.class, () -> read(more)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private CampaignFile read(String more) {
        return whole(FILE + more);
    }

    private CampaignFile whole(String text) {
        return CampaignFileReader.read(folder.resolve("campaign.yml"), text);
    }
}
