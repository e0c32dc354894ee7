package dev.marginal.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A command line as the script by which fish completes it. */
record FishCompletion(CommandLine line) {
    String script() {
        List<String> lines = new ArrayList<>();
        String name = line.getCommandName();
        add(line, "__fish_use_subcommand", name, lines);
        line.getSubcommands()
                .forEach(
                        (word, command) ->
                                add(command, "__fish_seen_subcommand_from " + word, name, lines));
        return String.join("\n", lines);
    }

    private static void add(CommandLine command, String when, String name, List<String> lines) {
        command.getSubcommands()
                .forEach(
                        (word, sub) ->
                                lines.add(
                                        "complete -c %s -f -n '%s' -a %s -d '%s'"
                                                .formatted(name, when, word, words(summary(sub)))));
        for (OptionSpec option : command.getCommandSpec().options()) {
            StringBuilder names = new StringBuilder();
            for (String one : option.names()) {
                names.append(
                        one.startsWith("--")
                                ? " -l " + one.substring(2)
                                : " -s " + one.substring(1));
            }
            lines.add(
                    "complete -c %s -n '%s'%s%s -d '%s'"
                            .formatted(
                                    name,
                                    when,
                                    names,
                                    option.arity().max() > 0 ? " -r" : "",
                                    words(String.join(" ", option.description()))));
        }
    }

    private static String summary(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String words(String text) {
        return text.replace("%%", "%")
                .replaceAll("\\$\\{[^}]*}", "")
                .replace("\\", "\\\\")
                .replace("'", "\\'");
    }
}
