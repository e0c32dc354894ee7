package dev.marginal.scenarios.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The results of lately asked questions, each made once: who asks while it is being made waits for
 * it. For any number of callers.
 */
final class Remembered<K, V> {
    private final int most;
    private final Map<K, CompletableFuture<V>> results = new LinkedHashMap<>(16, 0.75f, true);

    /** So many at most; the one that was not asked for the longest is forgotten first. */
    Remembered(int most) {
        this.most = most;
    }

    /** The result known, or that of {@code make}; what it throws is thrown and not remembered. */
    V of(K question, Supplier<V> make) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> known = putIfAbsent(question, mine);
        if (known != null) {
            return waitFor(known);
        }
        try {
            mine.complete(make.get());
        } catch (RuntimeException | Error failed) {
            forget(question);
            mine.completeExceptionally(failed);
        }
        return waitFor(mine);
    }

    private synchronized CompletableFuture<V> putIfAbsent(K question, CompletableFuture<V> mine) {
        CompletableFuture<V> known = results.putIfAbsent(question, mine);
        var oldest = results.keySet().iterator();
        while (results.size() > most) {
            oldest.next();
            oldest.remove();
        }
        return known;
    }

    private synchronized void forget(K question) {
        results.remove(question);
    }

    private static <V> V waitFor(CompletableFuture<V> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
