package dev.marginal.spark.cli;

import dev.marginal.scenarios.planning.Progress;
import java.io.PrintStream;

/** Results go out, steps and complaints go beside them. */
record Console(PrintStream results, PrintStream messages) implements Progress {
    void print(String text) {
        results.println(text);
    }

    @Override
    public void begins(String step) {
        messages.println("  " + step);
    }

    void complain(String text) {
        messages.println("marginal-spark: " + text);
    }
}
