package dev.marginal.app.rest;

import dev.marginal.app.Ending;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Logs what should not have happened: what and where, without its words, which may name anybody.
 */
final class Troubles {
    private static final int FRAMES = 12;

    private final Consumer<String> log;
    private final AtomicReference<Throwable> last = new AtomicReference<>();

    Troubles(Consumer<String> log) {
        this.log = log;
    }

    /** Logs a problem, unless it is a caller's, or was logged just before. */
    void tell(Throwable problem) {
        boolean expected =
                problem instanceof Refusal
                        || problem instanceof Exception told && Ending.of(told).isPresent();
        if (!expected && last.getAndSet(problem) != problem) {
            log.accept(
                    String.format(
                            Locale.ROOT,
                            "This should not have happened: %s%s",
                            problem.getClass().getName(),
                            where(problem)));
        }
    }

    private static String where(Throwable problem) {
        return Arrays.stream(problem.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
