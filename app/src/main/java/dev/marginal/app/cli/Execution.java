package dev.marginal.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command, or tells its help; what killed processes left goes before the command begins. */
final class Execution implements IExecutionStrategy {
    @Override
    public int execute(ParseResult parsed) {
        Integer told = CommandLine.executeHelpRequest(parsed);
        if (told != null) {
            return told;
        }
        Debris.ofThisMachine().sweep();
        return new RunLast().execute(parsed);
    }
}
