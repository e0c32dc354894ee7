package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a boosted value model refuses, in words. */
class BoostedTroubleTest {
    @TempDir static Path home;
    private static BoostedShop shop;

    @BeforeAll
    static void models() {
        shop = BoostedShop.in(home);
        assertThat(shop.fitTrees(shop.boosted()).exitCode()).isZero();
        assertThat(shop.fit("--out", shop.parametric()).exitCode()).isZero();
    }

    @Test
    void another_horizon_is_refused_with_the_one_that_was_learnt() {
        Run same = shop.score("--horizon", 26, "--dry-run");

        assertThat(misuse(shop.score("--horizon", 52)))
                .contains(
                        "--horizon (52.0) must be 26.000 weeks (182 days), which this boosted model was fitted for, or left out.")
                .contains("For another one fit again with --horizon.");
        assertThat(same.exitCode()).as(same.messages()).isZero();
    }

    @Test
    void features_that_are_wanting_or_of_no_use_are_told() {
        assertThat(misuse(Run.of("value", "score", shop.log(), "--model", shop.boosted(), "-n")))
                .contains(
                        "Give --features: this model also learnt from engagement (number), channel (category).");
        assertThat(
                        misuse(
                                Run.of(
                                        "value",
                                        "score",
                                        shop.log(),
                                        "--model",
                                        shop.parametric(),
                                        "--features",
                                        shop.customers(),
                                        "-n")))
                .contains("must be left out: this model learnt from the log alone.");
    }

    @Test
    void options_that_do_not_go_together_are_told() {
        Path out = home.resolve("misused");

        assertThat(misuse(shop.fit("--features", shop.customers(), "--out", out)))
                .contains("--features has no use without --model boosted.");
        assertThat(misuse(shop.fit("--horizon", 26, "--out", out)))
                .contains("--horizon has no use without --model boosted.");
        assertThat(misuse(shop.fit("--model", "bosted", "--out", out)))
                .contains("--model (bosted) must be one of parametric, boosted.")
                .contains("Did you mean 'boosted'?");
        assertThat(misuse(shop.fit("--model", "boosted", "--horizon", "0.01", "--out", out)))
                .contains("--horizon (0.01 weeks) must be from a day to a hundred years.");
        assertThat(out).doesNotExist();
    }

    @Test
    void features_that_do_not_fit_are_bad_input_and_nothing_is_written() throws IOException {
        Path wrong =
                shop.customers(
                        line ->
                                line.startsWith("c0000003,")
                                        ? ""
                                        : line.replace("engagement", "engagment")
                                                .replaceFirst(",ad$", ",tiktok"));
        Path out = home.resolve("wrong.csv");

        assertThat(
                        badInput(
                                Run.of(
                                        "value",
                                        "score",
                                        shop.log(),
                                        "--model",
                                        shop.boosted(),
                                        "--features",
                                        wrong,
                                        "--out",
                                        out)))
                .contains("4 problems", "column (engagement) must be there.")
                .contains("channel (tiktok) must be one of the words that the model learnt: ad, ")
                .contains("customer has no row for 1 of the ", "such as c0000003.");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_fit_and_an_evaluation_want_a_row_for_every_customer_too() throws IOException {
        Path few = shop.customers(line -> line.startsWith("c00000") ? "" : line);
        Path out = home.resolve("few");

        assertThat(badInput(shop.fit("--model", "boosted", "--features", few, "--out", out)))
                .contains("customer has no row for 100 of the 1,500 customers of " + shop.log());
        assertThat(out).doesNotExist();
        assertThat(
                        badInput(
                                Run.of(
                                        "value",
                                        "evaluate",
                                        shop.log(),
                                        "--time",
                                        "day",
                                        "--features",
                                        few)))
                .contains("customer has no row for ");
    }

    @Test
    void a_folder_that_was_tampered_with_is_bad_input() throws IOException {
        Path folder = home.resolve("tampered");
        shop.fitTrees(folder);
        Path trees = folder.resolve("purchases.ubj");
        Files.write(trees, new byte[] {1, 2, 3});

        assertThat(badInput(Run.of("value", "score", shop.log(), "--model", folder, "-n")))
                .contains(trees + ": was changed after it was written. Fit the model again,");
    }

    private static String misuse(Run run) {
        return messages(run, Ending.USAGE);
    }

    private static String badInput(Run run) {
        return messages(run, Ending.BAD_INPUT);
    }

    private static String messages(Run run, Ending ending) {
        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ending.exitCode());
        assertThat(run.messages()).doesNotContain("This should not have happened");
        return run.messages();
    }
}
