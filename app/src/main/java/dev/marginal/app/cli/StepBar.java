package dev.marginal.app.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressState;

/** How far a step has come and how long it will take, on one line of a terminal. */
final class StepBar implements AutoCloseable {
    private static final int MILLIS_BETWEEN_FRAMES = 250;
    private static final int LONGEST_BAR = 30;
    private static final int LEAST_BAR = 5;

    private final ProgressBar bar;
    private volatile Duration lastAdvance = Duration.ZERO;

    /**
     * Begins to draw.
     *
     * @param columns of the terminal
     * @param frame takes every new picture of the line
     */
    StepBar(String step, int parts, int columns, Consumer<String> frame) {
        bar =
                ProgressBar.builder()
                        .setTaskName(step)
                        .setInitialMax(parts)
                        .setUpdateIntervalMillis(MILLIS_BETWEEN_FRAMES)
                        .setRenderer(this::render)
                        .setConsumer(new DelegatingProgressBarConsumer(frame, columns - 1))
                        .build();
    }

    void isAt(int done, int parts) {
        lastAdvance = bar.getTotalElapsed();
        bar.maxHint(parts);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }

    private String render(ProgressState state, int columns) {
        return frame(
                state.getTaskName(),
                state.getCurrent(),
                state.getMax(),
                lastAdvance,
                state.getTotalElapsed(),
                columns);
    }

    /**
     * One picture of the line.
     *
     * @param lastAdvance how long it took to come to {@code done}
     */
    static String frame(
            String step, long done, long parts, Duration lastAdvance, Duration now, int columns) {
        String count = " %,d of %,d%s".formatted(done, parts, left(done, parts, lastAdvance, now));
        int bar = Math.min(LONGEST_BAR, columns - step.length() - count.length() - 5);
        String line = "  " + step + (bar < LEAST_BAR ? "" : " " + bar(done, parts, bar)) + count;
        return line.length() <= columns
                ? line
                : line.substring(0, Math.max(0, columns - count.length() - 1)) + "…" + count;
    }

    private static String bar(long done, long parts, int width) {
        int filled = (int) (width * done / Math.max(1, parts));
        return "[" + "=".repeat(filled) + " ".repeat(width - filled) + "]";
    }

    /** Every part is taken to last as long as those that are done. */
    private static String left(long done, long parts, Duration lastAdvance, Duration now) {
        if (done == 0 || done >= parts) {
            return "";
        }
        long whole = lastAdvance.toMillis() * parts / done;
        long seconds = Math.max(0, (whole - now.toMillis() + 999) / 1000);
        return String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
    }
}
