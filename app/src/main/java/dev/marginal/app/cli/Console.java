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
 */
public record Console(PrintStream results, PrintStream messages) {
    /** The process's own streams, in UTF-8 whatever the platform thinks. */
    static Console ofProcess() {
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err));
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
