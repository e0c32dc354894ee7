package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong, and ends with the exit code of its kind. */
record Failures(Console console) implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Where 2 says that something differs, it cannot say that nothing was compared. */
    @Override
    public int handleParseException(ParameterException problem, String[] words) {
        console.complain(new Misuse(problem).words());
        console.say(
                "Try: %s --help"
                        .formatted(problem.getCommandLine().getCommandSpec().qualifiedName()));
        return List.of(words).contains(DiffCommand.DETAILED)
                ? Ending.FAILED.exitCode()
                : Ending.USAGE.exitCode();
    }

    @Override
    public int handleExecutionException(
            Exception problem, CommandLine command, ParseResult parsed) {
        Optional<Ending> ending = Ending.of(problem);
        console.complain(
                ending.isPresent()
                        ? problem.getMessage()
                        : "This should not have happened: " + problem);
        if (ending.isEmpty()) {
            problem.printStackTrace(console.messages());
        }
        return ending.orElse(Ending.FAILED).exitCode();
    }
}
