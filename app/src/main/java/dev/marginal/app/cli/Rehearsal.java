package dev.marginal.app.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Runs, for nobody to see, what should start at once: help, misspelt words, a file that is not
 * there. {@code ./marginal} has Java take down which classes that needs, for an archive of them.
 */
final class Rehearsal {
    private static final List<String> LINES =
            List.of("--help", "--version", "paln", "plan --help", "plan --otu x", "plan no.yml");

    private Rehearsal() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
        LINES.forEach(line -> Marginal.run(line.split(" "), new Console(nobody, nobody)));
        Interruption.heed(Console.ofProcess());
    }
}
