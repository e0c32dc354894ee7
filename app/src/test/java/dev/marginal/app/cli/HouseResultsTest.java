package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as JSON, dry runs and advice of the commands that plan day after day. */
class HouseResultsTest {
    private static final String VOUCHERS = "vouchers-" + NightHouse.DATE;

    @TempDir static Path home;
    private static NightHouse house;
    private static Path store;

    @TempDir Path out;

    @BeforeAll
    static void a_night() {
        house = NightHouse.in(home.resolve("house"));
        store = home.resolve("plans");
        assertThat(house.night(store).exitCode()).isZero();
    }

    @Test
    void a_night_is_told_to_programs_date_by_date() {
        JsonNode night = Promised.result(house.words(store).toArray());

        assertThat(night.get("written").asBoolean()).isTrue();
        assertThat(night.get("exit_code").asInt()).isZero();
        assertThat(night.at("/dates")).hasSize(1);
        assertThat(night.at("/dates/0/kind").asText()).isEqualTo("live");
        assertThat(night.at("/dates/0/plans/0/campaign").asText()).isEqualTo("vouchers");
        assertThat(night.at("/dates/0/plans/0/kind").asText()).isEqualTo("live");
        assertThat(night.at("/dates/0/plans/0/unchanged").asBoolean()).isTrue();
        assertThat(night.at("/dates/0/plans/0/figures/sends").asInt()).isPositive();
        assertThat(Path.of(night.at("/dates/0/plans/1/folder").asText())).isDirectory();
    }

    @Test
    void a_night_that_failed_is_told_to_programs_too() {
        Run late = house.night(store, "--max-age", "log=1h", "--json");
        JsonNode night = Promised.result(late);

        assertThat(late.exitCode()).isEqualTo(5);
        assertThat(night.get("exit_code").asInt()).isEqualTo(5);
        assertThat(night.at("/dates/0/ending").asText()).isEqualTo("stale_input");
        assertThat(night.at("/dates/0/message").asText()).contains("log");
        assertThat(night.at("/dates/0/plans")).isEmpty();
        assertThat(late.messages()).contains("Next: mend that", "docs/operations.md");
    }

    @Test
    void a_dry_run_of_a_night_names_its_plans_and_makes_none() {
        Path nowhere = out.resolve("plans");
        JsonNode night = Promised.result(house.words(nowhere, "--dry-run").toArray());

        assertThat(night.get("written").asBoolean()).isFalse();
        assertThat(night.at("/dates/0/plans/0/folder").asText())
                .isEqualTo(nowhere.resolve(VOUCHERS).toString());
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void a_hand_over_is_told_to_programs_as_its_report_says() throws IOException {
        Path folder = out.resolve("csv");
        Object[] words = {
            "export", store.resolve(VOUCHERS), "--to", "csv", "--out", folder, "--store", store
        };
        JsonNode dry = Promised.result(with(words, "-n"));

        assertThat(dry.get("written").asBoolean()).isFalse();
        assertThat(dry.at("/dropped/expired").asInt()).isPositive();
        assertThat(out).isEmptyDirectory();

        JsonNode done = Promised.result(words);
        assertThat(done.get("written").asBoolean()).isTrue();
        assertThat(done.get("dropped")).isEqualTo(dry.get("dropped"));
        assertThat(done.get("folder").asText()).isEqualTo(folder.toString());
        assertThat(Files.readString(folder.resolve("export_report.json")))
                .contains("\"left_out\" : " + done.get("left_out"));
    }

    @Test
    void what_comes_next_names_the_plan_the_log_and_the_store() {
        Path folder = out.resolve("csv");
        Run night = house.night(store);
        Run export =
                Run.of(
                        "export",
                        store.resolve(VOUCHERS),
                        "--to",
                        "csv",
                        "--out",
                        folder,
                        "--store",
                        store);

        assertThat(Advice.of(night))
                .startsWith("./marginal export ")
                .endsWith(VOUCHERS + " --to csv --store " + store + " --dry-run");
        assertThat(Advice.of(export))
                .startsWith("./marginal log import " + folder.resolve("log.csv"))
                .contains(" --store " + store);
        assertThat(export.results()).doesNotContain("Next:");
        assertThat(Run.of("plans", "--store", store, "--quiet").messages()).isEmpty();
    }

    @Test
    void plans_and_the_log_are_told_to_programs() throws IOException {
        Path sends = Files.writeString(out.resolve("sends.csv"), SENDS);
        Path log = out.resolve("log");

        assertThat(Promised.result("plans", "--store", store, "--from", "2026-11-01").at("/plans"))
                .hasSize(2);
        assertThat(Promised.result("log", "import", sends, "--store", log).get("added").asInt())
                .isEqualTo(2);
        Promised.result("log", "show", "--store", log);
    }

    private static final String SENDS =
            "customer,channel,sent_at\nc1,push,2026-11-15T08:00:00Z\nc2,push,2026-11-15T09:00:00Z\n";

    private static Object[] with(Object[] words, Object more) {
        Object[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = more;
        return all;
    }
}
