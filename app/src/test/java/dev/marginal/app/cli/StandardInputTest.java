package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is piped into a command. */
class StandardInputTest {
    private static final String SENDS =
            "customer,channel,sent_at\nc1,push,2026-11-15T08:00:00Z\nc2,push,2026-11-15T09:00:00Z\n";

    private static Path campaign;

    @TempDir Path folder;

    @BeforeAll
    static void plant(@TempDir Path home) {
        PlantedFiles.write(new PlantedCampaign(PlantedWorld.randomised(5), 500, 50), "small", home);
        campaign = home.resolve("campaign.yml");
    }

    @Test
    void scenarios_are_read_from_it_with_their_problems_by_line() {
        Run run =
                whatIf(
                        """
                        scenarios:
                          - {scenario: more, budget: lots}
                          - {scenario: less, without: [fax]}
                        """);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.messages())
                .contains(
                        "the standard input",
                        "line 2: scenarios[1].budget (lots)",
                        "line 3",
                        "fax");
    }

    @Test
    void nothing_too_much_and_no_text_are_told_apart() {
        assertThat(whatIf("").messages())
                .contains(
                        "the standard input: is empty. See whether what is piped in says anything.");
        assertThat(whatIf("#".repeat((4 << 20) + 1)).messages())
                .contains("the standard input: is longer than 4 MiB. Give less");
        assertThat(Run.fed(new byte[] {'a', (byte) 0xff}, "what-if", campaign, "-").messages())
                .contains("the standard input: must be UTF-8 text.");
        assertThat(whatIf("").exitCode()).isEqualTo(3);
    }

    @Test
    void nobody_waits_for_somebody_to_type() {
        StandardInput terminal =
                new StandardInput(new ByteArrayInputStream(new byte[] {'a'}), true);
        Run run = Run.of(terminal, "what-if", campaign, "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.messages())
                .contains(
                        "the standard input: is a terminal: nothing is piped in. Pipe a file into the command, or give the file's name in the place of '-'.");
    }

    @Test
    void a_log_of_sends_is_imported_from_it_once_packed_or_not() throws IOException {
        Path store = folder.resolve("plans");
        byte[] text = SENDS.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }

        Run plain = Run.fed(text, "log", "import", "-", "--store", store);
        Run again = Run.fed(text, "log", "import", "-", "--store", store);
        Run gzip =
                Run.fed(
                        packed.toByteArray(),
                        "log",
                        "import",
                        "-",
                        "--store",
                        folder.resolve("other"));

        assertThat(plain.results()).startsWith("the standard input: 2 rows added, 0 known already");
        assertThat(again.results()).startsWith("the standard input: 0 rows added, 2 known already");
        assertThat(gzip.results()).startsWith("the standard input: 2 rows added, 0 known already");
    }

    @Test
    void commands_that_need_a_file_say_why() {
        for (String command : new String[] {"init", "check", "plan", "fit"}) {
            Run run = Run.fed(new byte[] {'a'}, command, "-");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.messages())
                    .contains(
                            "'-' would be the standard input, which is read by 'what-if CAMPAIGN_FILE -' and 'log import -' alone.",
                            "give the name of a file");
        }
    }

    private static Run whatIf(String scenarios) {
        return Run.fed(scenarios.getBytes(StandardCharsets.UTF_8), "what-if", campaign, "-");
    }
}
