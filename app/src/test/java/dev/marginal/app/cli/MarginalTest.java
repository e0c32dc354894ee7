package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user runs them, one after the other. */
class MarginalTest {
    private static final String DATE = "2026-11-21";

    @TempDir static Path home;
    private static Path campaign;
    private static Path model;
    private static Run fit;
    private static Path anew;

    @TempDir Path out;

    @BeforeAll
    static void fit() throws IOException {
        Run run =
                Run.of(
                        "simulate",
                        home.resolve("world"),
                        "--history",
                        3_000,
                        "--customers",
                        800,
                        "--seed",
                        4);
        campaign = home.resolve("world/campaign.yml");
        assertThat(run.exitCode()).isZero();
        assertThat(run.results())
                .contains(
                        "a simulated campaign; history 3,000 rows, audience 800 customers, truth in truth.csv");
        assertThat(run.messages()).contains("Next: ./marginal plan " + campaign);
        Files.writeString(
                campaign,
                Files.readString(campaign)
                        .replace("objective:", "learner: x\ntarget_gap: 1e-4\nobjective:"));
        model = home.resolve("model");
        fit = Run.of("fit", campaign, "--out", model);
        anew = home.resolve("anew");
        assertThat(planAnew(2).exitCode()).isZero();
    }

    private static Run planAnew(int threads) {
        return Run.of("plan", campaign, "--out", anew, "--date", DATE, "--threads", threads);
    }

    /** Plans a campaign of the world, or a changed one, with the model that was fitted once. */
    private Run plan(Path file) {
        return Run.of("plan", file, "--model", model, "--out", out.resolve("p"), "--date", DATE);
    }

    @Test
    void a_plan_is_told_in_ten_seconds_and_audited() {
        Run plan = plan(campaign);

        assertThat(plan.messages()).doesNotContain("should not have happened");
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.results())
                .contains("world, 2026-11-21: 800 customers")
                .containsPattern("Budget +200\\.00 USD")
                .containsPattern("Spend +[12]?[0-9]{2}\\.[0-9]{2} USD expected")
                .containsPattern("Sends +[0-9]+: (push|coupon) [0-9]+")
                .containsPattern("Earns +-?[0-9.,]+ USD incremental GMV, 95 % interval")
                .contains("the model itself claims")
                .containsPattern("Evidence +(none|weak|clear): ")
                .containsPattern("Randomisation +(sound|doubtful): ")
                .containsPattern(
                        "Policy value +-?[0-9.]+ USD per held-out customer at this budget, 95 % interval")
                .containsPattern("lead over random -?[0-9.]+ \\(-?[0-9.]+ to -?[0-9.]+\\)")
                .containsPattern("Calibration +slopes coupon_10 ")
                .containsPattern("Audience +like the customers of the history in every feature")
                .containsPattern("Gap +(0: proven|at most [0-9.]+ %)")
                .contains(
                        "What binds",
                        "do nothing",
                        "random within the budget",
                        "best by response",
                        "greedy by value per cost")
                .contains(
                        "this plan",
                        "upper bound of any plan",
                        "is published (audited, 22 claims hold)");
        assertThat(plan.messages()).contains("Next: ./marginal audit");

        Run audit = Run.of("audit", out.resolve("p"));
        assertThat(audit.exitCode()).isZero();
        assertThat(audit.results())
                .contains(
                        "All 22 claims hold. Not audited: the forecast and the neighbours, which rest on the model.");
    }

    @Test
    void the_same_plan_again_is_no_news_and_another_is_refused() {
        Run again = planAnew(1);
        Run tomorrow =
                Run.of("plan", campaign, "--model", model, "--out", anew, "--date", "2026-11-22");

        assertThat(again.exitCode()).isZero();
        assertThat(again.results()).contains("already holds this very plan");
        assertThat(tomorrow.exitCode()).isEqualTo(Ending.ALREADY_PUBLISHED.exitCode());
        assertThat(tomorrow.messages()).contains("already holds another plan");
    }

    @Test
    void a_tampered_plan_fails_its_audit() throws IOException {
        plan(campaign);
        Path sends = out.resolve("p/sends.csv");
        Files.writeString(
                sends, Files.readString(sends).replaceFirst("(push|coupon_5|coupon_10),", "$1x,"));

        Run audit = Run.of("audit", out.resolve("p"));

        assertThat(audit.exitCode()).isEqualTo(Ending.AUDIT_FAILED.exitCode());
        assertThat(audit.results()).contains("BROKEN", "do not send this plan");
    }

    @Test
    void a_model_fitted_once_plans_as_one_fitted_anew() {
        Run plan = plan(campaign);

        assertThat(fit.exitCode()).isZero();
        assertThat(fit.results())
                .contains(
                        "What policies are worth at the campaign's budget, 0.2500 a customer, in USD",
                        "  this model ",
                        "  average effect ",
                        "calibration: ",
                        "qini.sklift",
                        "auuc.causalml",
                        "lead over the best other ranking",
                        "decile");
        assertThat(fit.results())
                .containsPattern(
                        "Evidence +(none|weak|clear): on held-out|Evidence +none: held-out");
        assertThat(fit.results()).containsPattern("Randomisation +(sound|doubtful): ");
        assertThat(plan.exitCode()).as(plan.messages()).isZero();
        assertThat(out.resolve("p/sends.csv")).hasSameTextualContentAs(anew.resolve("sends.csv"));

        Run inspect = Run.of("inspect", campaign, "--model", model);
        assertThat(inspect.exitCode()).isZero();
        assertThat(inspect.results())
                .contains(
                        "push: what decides its uplift, as the model sees it",
                        "by a small forest that retells the model's uplift with R²",
                        "push: effect measured on held-out customers, USD per customer",
                        "(Holm, 5 %).",
                        "Audience against history: 800 customers")
                .containsPattern("region +0\\.0\\d\\d stable");
    }

    @Test
    void the_best_of_several_learners_is_chosen_and_told() throws IOException {
        Path several = home.resolve("world/several.yml");
        Files.writeString(
                several, Files.readString(campaign).replace("learner: x", "learner: [x, t-logit]"));

        Run fit = Run.of("fit", several, "--out", out.resolve("model"));

        assertThat(fit.exitCode()).isZero();
        assertThat(fit.messages())
                .contains("Choosing among learners x, t-logit on 3,000 rows, inside 5 folds");
        assertThat(fit.results())
                .contains(
                        "The learner was chosen by policy value, fold by fold without the fold that is judged")
                .containsPattern("  x .* [0-5]\n  t-logit .* [0-5]\n");
    }

    @Test
    void a_history_that_a_learner_cannot_learn_from_is_refused_in_words() throws IOException {
        Path returns = home.resolve("world/returns.yml");
        Files.writeString(
                returns,
                Files.readString(campaign)
                        .replaceFirst(
                                "file: (history[a-z.]*)",
                                "sql: \"select * replace (gmv - 1 as gmv) from '$1'\""));

        Run fit = Run.of("fit", returns, "--out", out.resolve("model"));

        assertThat(fit.exitCode()).as(fit.messages()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(fit.messages())
                .contains(
                        "cannot be learnt from as the campaign file asks. GMV (-1.0) of history row ",
                        " is negative, which outcome 'hurdle' cannot learn from.",
                        "choose outcome 'squared'.")
                .doesNotContain("should not have happened");
    }

    @Test
    void a_plan_from_a_broken_lottery_says_so_first() throws IOException {
        Path uneven = home.resolve("world/uneven.yml");
        Files.writeString(
                uneven,
                Files.readString(campaign)
                        .replaceFirst(
                                "file: (history[a-z.]*)",
                                "sql: \"select * from '$1' where arm <> 'push' or loyalty > 0\""));

        Run plan = Run.of("plan", uneven, "--out", out.resolve("p"));

        assertThat(plan.exitCode()).as(plan.messages()).isZero();
        assertThat(plan.results())
                .startsWith(
                        "\nTHE RANDOMISATION OF THE HISTORY IS BROKEN. The forecast cannot be trusted, because:\n  - Arm 'control' differs from all rows in 'loyalty' by ")
                .contains(
                        "  - Arm 'push' differs",
                        "(not to be trusted: see above)",
                        "BROKEN: each customer");
        assertThat(Files.readString(out.resolve("p/plan.json")))
                .containsPattern("\"not_to_be_trusted_because\" : \\[ \"Arm 'control' differs")
                .contains("\"verdict\" : \"broken\"");
    }

    @Test
    void a_model_folder_in_use_is_left_alone() {
        Run run = Run.of("fit", campaign, "--out", home.resolve("world"));

        assertThat(run.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(run.messages())
                .contains(
                        "is not an empty folder; nothing was written. Give another folder with --out");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_and_nothing_is_left() throws IOException {
        Path file = Files.createFile(out.resolve("file"));

        Run run = Run.of("plan", campaign, "--model", model, "--out", file.resolve("p"));

        assertThat(run.exitCode()).isEqualTo(Ending.FAILED.exitCode());
        assertThat(run.messages())
                .contains("could not be written", "Nothing was published. Maybe the disk is full")
                .doesNotContain("should not have happened");
        assertThat(out.toFile().list()).containsExactly("file");
    }

    @Test
    void a_plan_for_profit_says_the_profit_and_one_that_spends_more_than_it_adds_says_so()
            throws IOException {
        Path dear = home.resolve("world/dear.yml");
        Path profit = home.resolve("world/profit.yml");
        String text = settlingForLess();
        Files.writeString(profit, text.replace("objective: gmv", "objective: profit\nmargin: 0.9"));
        Files.writeString(
                dear,
                text.replace("cost_per_send: 0.01", "cost_per_send: 50")
                        .replaceFirst("budget: .*", "budget: 9000"));

        Run first = Run.of("plan", profit, "--model", model, "--out", out.resolve("profit"));
        Run other = plan(dear);

        assertThat(first.results())
                .containsPattern("Profit +-?[0-9.,]+ USD: margin × GMV − spend, 95 % interval");
        assertThat(other.results())
                .contains("it spends more than the GMV it adds; objective: profit weighs costs");
    }

    @Test
    void rules_about_some_customers_are_priced_in_words_and_audited() throws IOException {
        Path file = home.resolve("world/some.yml");
        Files.writeString(
                file,
                settlingForLess()
                                .replace("objective: gmv", "objective: gmv\nbudget_confidence: 0.9")
                        + "  - {rule: channel_cap, channel: coupon, where: \"loyalty <= 0\", max_spend: 20}\n");

        Run plan = plan(file);

        assertThat(plan.results())
                .contains("expected, and within the budget with a probability of 90 %")
                .containsPattern(
                        "channel coupon, loyalty <= 0, spend one more USD on coupon where loyalty <= 0 earns [0-9.]+ USD")
                .contains("is published (audited, 24 claims hold)");
    }

    /** The campaign, where no number is looked at. */
    private static String settlingForLess() throws IOException {
        return Files.readString(campaign).replace("target_gap: 1e-4", "target_gap: 0.05");
    }

    @Test
    void rules_that_leave_no_plan_are_told_with_what_would_make_room() throws IOException {
        Path file = home.resolve("world/crowded.yml");
        Files.writeString(
                file,
                Files.readString(campaign)
                        + "  - {rule: minimum_reach, channel: push, where: \"loyalty > 0\", min_sends: 750}\n");

        Run plan = plan(file);

        assertThat(plan.exitCode()).isEqualTo(Ending.NO_PLAN.exitCode());
        assertThat(plan.messages())
                .contains(
                        "No plan keeps every rule. These cannot hold together:\n",
                        "minimum reach of push, loyalty > 0 needs at least 750 sends",
                        "\nWhat would make room:\n  - ",
                        "would fit instead of 750");
        assertThat(out.resolve("p")).doesNotExist();
    }

    @Test
    void words_that_are_no_command_are_told_and_help_helps() {
        assertThat(Run.of("paln").exitCode()).isEqualTo(Ending.USAGE.exitCode());
        assertThat(Run.of("paln").messages())
                .contains(
                        "marginal has no command 'paln'. Did you mean 'plan'?",
                        "Try: marginal --help");
        assertThat(Run.of("plan", campaign, "--otu", "p").messages())
                .contains("Unknown option: '--otu'. Did you mean '--out'?");
        assertThat(Run.of("log", "imprt").messages())
                .contains("marginal log has no command 'imprt'. Did you mean 'import'?");
        assertThat(Run.of("plan", campaign, "--model", "nowhere").messages())
                .contains(
                        "nowhere: is not a model folder. Give a folder that ./marginal fit wrote");
        assertThat(Run.of().exitCode()).isEqualTo(Ending.USAGE.exitCode());
        assertThat(Run.of("--help").results()).contains("Examples:", "Exit codes: 0 done");
        assertThat(Run.of("plan", campaign, "--threads", 0).messages())
                .contains("--threads (0) must be 1 or more.");
        assertThat(Run.of("plan", campaign, "--date", "tomorrow").exitCode())
                .isEqualTo(Ending.USAGE.exitCode());
    }
}
