package dev.marginal.app.cli;

import dev.marginal.tables.Execution;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --threads}. */
final class Threads {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use; never changes a result. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    Execution execution() {
        if (threads < 1) {
            throw new ParameterException(
                    command.commandLine(), "--threads (%d) must be 1 or more.".formatted(threads));
        }
        return new Execution(threads);
    }
}
