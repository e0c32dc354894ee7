package dev.marginal.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: what the user asked for goes to the results, everything else to the
 * messages, so that results can go into a file or a pipe.
 */
public final class Console {
    private static final String COLUMNS = "marginal.columns";

    private final PrintStream results;
    private final PrintStream messages;
    private final int columns;
    private final StandardInput input;
    private Ink ofResults = Ink.NONE;
    private Ink ofMessages = Ink.NONE;
    private boolean quiet;
    private volatile boolean interrupted;

    /** A console that is no terminal. */
    public Console(PrintStream results, PrintStream messages) {
        this(results, messages, 0);
    }

    /**
     * A console.
     *
     * @param columns of the terminal that shows the messages; 0 where they go elsewhere
     */
    public Console(PrintStream results, PrintStream messages, int columns) {
        this(results, messages, columns, StandardInput.ofProcess());
    }

    Console(PrintStream results, PrintStream messages, int columns, StandardInput input) {
        this.results = results;
        this.messages = messages;
        this.columns = columns;
        this.input = input;
    }

    /**
     * The process's own streams, in UTF-8 whatever the platform thinks. Java cannot tell whether
     * they go to a terminal; {@code ./marginal} can, and says so in system properties.
     */
    static Console ofProcess() {
        Console console =
                new Console(
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err),
                        Integer.getInteger(COLUMNS, 0));
        console.ofResults = Ink.of("results");
        console.ofMessages = Ink.of("messages");
        return console;
    }

    StandardInput input() {
        return input;
    }

    PrintStream results() {
        return results;
    }

    PrintStream messages() {
        return messages;
    }

    int columns() {
        return columns;
    }

    Ink inkOfResults() {
        return ofResults;
    }

    Ink inkOfMessages() {
        return ofMessages;
    }

    /** From now on nothing is noted: results and problems alone are told. */
    void hush() {
        quiet = true;
    }

    /** Ends the line of progress; whatever fails now, fails for that and need not be told. */
    void interrupt() {
        note(isTerminal() ? "\r\033[KInterrupted." : "\nInterrupted.");
        interrupted = true;
    }

    /** From now on nothing is coloured. */
    void plain() {
        ofResults = Ink.NONE;
        ofMessages = Ink.NONE;
    }

    /** Whether messages may be drawn over. */
    boolean isTerminal() {
        return columns > 0 && !quiet;
    }

    /** A result, for people. */
    void print(String result) {
        printRaw(ofResults.headings(result));
    }

    /** A result, for programs. */
    void printRaw(String result) {
        results.println(result);
        results.flush();
    }

    /** What is told even to those who asked for quiet: problems, and where a service listens. */
    void say(String message) {
        messages.println(message);
        messages.flush();
    }

    /** A problem. */
    void complain(String problem) {
        if (!interrupted) {
            say(ofMessages.trouble(problem));
        }
    }

    /** Progress, or advice. */
    void note(String message) {
        if (!quiet && !interrupted) {
            say(message);
        }
    }

    /** What to do next. */
    void next(String commands) {
        note("Next: " + commands);
    }

    /** A part of a line of progress. */
    void draw(String part) {
        if (!quiet && !interrupted) {
            messages.print(part);
            messages.flush();
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
