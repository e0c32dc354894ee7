package dev.marginal.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the command line: its exit code and what it printed. */
record Run(int exitCode, String results, String messages) {
    static Run of(Object... arguments) {
        return of(StandardInput.ofProcess(), arguments);
    }

    /** A run into which something is piped. */
    static Run fed(byte[] input, Object... arguments) {
        return of(new StandardInput(new ByteArrayInputStream(input), false), arguments);
    }

    static Run of(StandardInput input, Object... arguments) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode =
                Marginal.run(
                        words,
                        new Console(
                                new PrintStream(results, true, StandardCharsets.UTF_8),
                                new PrintStream(messages, true, StandardCharsets.UTF_8),
                                0,
                                input));
        return new Run(
                exitCode,
                results.toString(StandardCharsets.UTF_8),
                messages.toString(StandardCharsets.UTF_8));
    }
}
