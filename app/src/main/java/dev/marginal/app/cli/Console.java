package dev.marginal.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param results what the user asked for
 * @param messages progress and problems
 * @param columns of the terminal that shows the messages; 0 where they go elsewhere
 */
public record Console(PrintStream results, PrintStream messages, int columns) {
    private static final String COLUMNS = "marginal.columns";

    /** A console that is no terminal. */
    public Console(PrintStream results, PrintStream messages) {
        this(results, messages, 0);
    }

    /**
     * The process's own streams, in UTF-8 whatever the platform thinks. Java cannot tell whether
     * messages go to a terminal; {@code ./marginal} can, and says so in a system property.
     */
    static Console ofProcess() {
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Integer.getInteger(COLUMNS, 0));
    }

    /** Whether messages may be drawn over. */
    boolean isTerminal() {
        return columns > 0;
    }

    void print(String result) {
        results.println(result);
        results.flush();
    }

    void say(String message) {
        messages.println(message);
        messages.flush();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
