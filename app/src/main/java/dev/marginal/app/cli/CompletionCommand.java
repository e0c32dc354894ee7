package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code marginal completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script with which a shell completes commands, options and file names.",
            "Put it where the shell looks for such scripts, or have the shell read it at its start."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal completion bash > ~/.local/share/bash-completion/completions/marginal",
            "  marginal completion zsh > ~/.marginal.zsh       and in ~/.zshrc: source ~/.marginal.zsh",
            "  marginal completion fish > ~/.config/fish/completions/marginal.fish",
            "",
            "Exit codes: 0 done, 2 usage."
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    /** The shells that are known. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.printRaw(
                shell == Shell.fish
                        ? new FishCompletion(Marginal.whole(console)).script()
                        : AutoComplete.bash("marginal", Marginal.whole(console)));
        return Ending.DONE.exitCode();
    }
}
