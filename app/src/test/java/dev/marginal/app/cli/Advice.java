package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run suggests to do next. */
final class Advice {
    private static final Pattern COMMAND = Pattern.compile("\\./marginal ([^,;]+)");

    private Advice() {}

    /** The line's text; every command in it must be one that can be typed so. */
    static String of(Run run) {
        assertThat(run.messages()).contains("Next: ");
        String advice = run.messages().replaceFirst("(?s).*Next: ", "").strip();
        Matcher commands = COMMAND.matcher(advice);
        while (commands.find()) {
            PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
            String words = commands.group(1).replaceFirst(" (or|then|again|for) .*", "").strip();
            Marginal.whole(new Console(nobody, nobody)).parseArgs(words.split(" "));
        }
        return advice;
    }
}
