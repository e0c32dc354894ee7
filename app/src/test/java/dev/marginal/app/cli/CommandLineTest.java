package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What holds of every command. */
class CommandLineTest {
    private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

    @Test
    void every_command_stands_in_the_documentation() throws IOException {
        String page = Files.readString(Path.of("../docs/command-line.md"));

        for (CommandLine command : commands()) {
            assertThat(page).contains("| `" + command.getCommandSpec().qualifiedName() + "` |");
        }
    }

    @Test
    void every_help_has_an_example_and_its_exit_codes() {
        for (CommandLine command : commands()) {
            String name = command.getCommandSpec().qualifiedName();
            assertThat(command.getUsageMessage())
                    .as(name)
                    .contains("Examples:", "\n  " + name, "Exit codes:")
                    .contains("--quiet", "--no-color");
        }
    }

    /** A service that listens has no result, and a completion is a program already. */
    @Test
    void every_command_with_a_result_tells_it_to_programs() {
        assertThat(commands())
                .extracting(CommandLine::getCommandSpec)
                .filteredOn(command -> command.findOption("--json") == null)
                .extracting(CommandLine.Model.CommandSpec::name)
                .containsExactlyInAnyOrder("serve", "completion");
    }

    @Test
    void shells_are_told_every_command_and_option() {
        assertThat(Run.of("completion", "fish").results())
                .contains("-a what-if", "-l detailed-exitcode", "-l no-color");
        assertThat(Run.of("completion", "bash").results())
                .contains("function _picocli_marginal_evaluate()", "--detailed-exitcode");
        assertThat(Run.of("completion", "bsh").messages()).contains("Did you mean 'bash'?");
    }

    @Test
    void where_two_says_that_something_differs_a_misspelt_line_ends_with_one() {
        assertThat(Run.of("diff", "a", "--detailed-exitcode").exitCode()).isEqualTo(1);
        assertThat(Run.of("diff", "a").exitCode()).isEqualTo(2);
    }

    static List<CommandLine> commands() {
        return Marginal.whole(new Console(NOBODY, NOBODY)).getSubcommands().values().stream()
                .flatMap(
                        command ->
                                command.getSubcommands().isEmpty()
                                        ? Stream.of(command)
                                        : command.getSubcommands().values().stream())
                .toList();
    }
}
