package dev.marginal.app.cli;

import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is told of a command line that cannot be understood, with what was perhaps meant. */
record Misuse(ParameterException problem) {
    String words() {
        String told = sentence();
        String meant = meant();
        return meant.isEmpty() ? told : told.replaceFirst("[.]?$", ". ") + meant;
    }

    /** What to throw where an option's word is none of those that it knows. */
    static ParameterException unknown(
            CommandSpec command, String option, String word, List<String> words) {
        return new ParameterException(
                command.commandLine(),
                "%s (%s) must be one of %s. %s"
                        .formatted(
                                option,
                                word,
                                String.join(", ", words),
                                Suggestion.didYouMean(word, words))
                        .strip());
    }

    private String sentence() {
        if (unmatched().isEmpty() || unmatched().startsWith("-") || commands().isEmpty()) {
            return problem.getMessage().lines().findFirst().orElse("This cannot be understood.");
        }
        return "%s has no command '%s'".formatted(command().qualifiedName(), unmatched());
    }

    private String meant() {
        if (!unmatched().isEmpty()) {
            String word = unmatched().replaceFirst("=.*", "");
            return Suggestion.didYouMean(word, word.startsWith("-") ? options() : commands());
        }
        ArgSpec option = problem.getArgSpec();
        if (option == null || option.completionCandidates() == null || problem.getValue() == null) {
            return "";
        }
        List<String> values = new ArrayList<>();
        option.completionCandidates().forEach(values::add);
        return Suggestion.didYouMean(problem.getValue(), values);
    }

    /** The first word that fits nowhere; empty where that is not the trouble. */
    private String unmatched() {
        return problem instanceof UnmatchedArgumentException other
                        && !other.getUnmatched().isEmpty()
                ? other.getUnmatched().get(0)
                : "";
    }

    private Collection<String> options() {
        return command().optionsMap().keySet();
    }

    private Collection<String> commands() {
        return command().subcommands().keySet();
    }

    private CommandSpec command() {
        return problem.getCommandLine().getCommandSpec();
    }
}
