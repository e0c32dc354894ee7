package dev.marginal.uplift.crossfitting;

import dev.marginal.tables.Execution;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does several fits at a time. Trees of few rows keep one thread busy, not many; fits have nothing
 * in common, so that the order in which they end shows nowhere.
 *
 * @param execution how many at a time
 */
record SideBySide(Execution execution) {
    /**
     * Does all fits, each of which writes to places of its own.
     *
     * @param fitted told after every fit, in the calling thread
     */
    void run(List<Runnable> fits, Runnable fitted) {
        int threads = Math.min(execution.threads(), fits.size());
        if (threads <= 1) {
            for (Runnable fit : fits) {
                fit.run();
                fitted.run();
            }
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Void> ended = new ExecutorCompletionService<>(executor);
            fits.forEach(fit -> ended.submit(fit, null));
            for (int count = 0; count < fits.size(); count++) {
                ended.take().get();
                fitted.run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Fitting was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("Fitting failed.", failed.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
