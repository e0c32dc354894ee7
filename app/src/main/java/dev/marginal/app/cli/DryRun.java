package dev.marginal.app.cli;

import picocli.CommandLine.Option;

/** The option {@code --dry-run}, for commands that write something. */
final class DryRun {
    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would be done, and write nothing.")
    private boolean asked;

    boolean isAsked() {
        return asked;
    }
}
