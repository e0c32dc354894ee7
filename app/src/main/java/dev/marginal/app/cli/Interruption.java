package dev.marginal.app.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C: what is half-written goes, and the process ends with exit code 130; a second Ctrl-C ends
 * it at once, whatever it is at. Java offers signals to nobody but by {@code sun.misc.Signal},
 * which not every Java has; without it the process ends as Java likes.
 */
final class Interruption {
    /** 128 and the signal's number, as shells have it. */
    static final int EXIT_CODE = 130;

    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Console console;

    private Interruption(Console console) {
        this.console = console;
    }

    /** From now on Ctrl-C ends the process so. */
    static void heed(Console console) {
        Interruption interruption = new Interruption(console);
        try {
            Class<?> signal = Class.forName(SIGNAL);
            Class<?> handler = Class.forName(HANDLER);
            Object ours =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> interruption.arrives());
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ours);
        } catch (ReflectiveOperationException | IllegalArgumentException unknown) {
            return;
        }
    }

    private Object arrives() {
        if (!interrupted.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        console.interrupt();
        System.exit(EXIT_CODE);
        return null;
    }
}
