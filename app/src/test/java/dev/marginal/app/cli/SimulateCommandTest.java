package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worlds with a log of what people did before. */
class SimulateCommandTest {
    @TempDir Path home;

    @Test
    void a_shop_comes_with_its_purchases_and_one_campaign_twice() {
        Run run = simulate("my-shop", "--purchases");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains(
                        "my-shop: a simulated shop with its purchases; history 400 rows, audience 50 customers, truth in truth.csv");
        assertThat(run.messages())
                .contains(
                        "Next: ./marginal value evaluate " + home.resolve("my-shop/purchases.csv"));
        assertThat(home.resolve("my-shop"))
                .isDirectoryContaining("glob:**/for_gmv.yml")
                .isDirectoryContaining("glob:**/for_value.yml");
    }

    @Test
    void creators_come_with_their_videos() {
        Run run = simulate("my-creators", "--creators");

        assertThat(run.exitCode()).as(run.messages()).isZero();
        assertThat(run.results())
                .contains(
                        "my-creators: a simulated campaign; history 400 rows, audience 50 creators, truth in truth.csv");
        assertThat(run.messages())
                .contains(
                        "Next: ./marginal value fit %s --customer creator --time published --amount sold --out %s"
                                .formatted(
                                        home.resolve("my-creators/videos.csv"),
                                        home.resolve("my-creators/value")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--purchases, --creators",
        "--purchases, --daily",
        "--creators, --daily",
        "--creators, --confounded",
        "--purchases, --confounded"
    })
    void one_world_is_of_one_kind(String one, String other) {
        Run run = simulate("my-world", one, other);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.messages())
                .contains(
                        "--purchases, --creators, --daily and --confounded make worlds of their own: give one of them; --daily and --confounded go together.");
        assertThat(home).isEmptyDirectory();
    }

    private Run simulate(String name, String... options) {
        Object[] words = new Object[6 + options.length];
        words[0] = "simulate";
        words[1] = home.resolve(name);
        words[2] = "--history";
        words[3] = 400;
        words[4] = "--customers";
        words[5] = 50;
        System.arraycopy(options, 0, words, 6, options.length);
        return Run.of(words);
    }
}
