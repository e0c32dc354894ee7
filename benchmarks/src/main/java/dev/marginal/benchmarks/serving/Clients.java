package dev.marginal.benchmarks.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * So many clients at once, each of which asks the next question when it has the answer to its last.
 *
 * @param seconds until none asks any more
 */
record Clients(int count, int seconds) {
    /** What they got, and for how long they asked. */
    record Talk(List<Given> given, double seconds) {
        /** Answers for one second of it. */
        double perSecond() {
            return given.stream().filter(Given::isAnswer).count() / seconds;
        }
    }

    /**
     * Has them ask.
     *
     * @param questions by number, from zero on; each number is asked once; {@code null} ends it
     */
    Talk ask(Asking asking, IntFunction<Question> questions) {
        Queue<Given> given = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService all = Executors.newFixedThreadPool(count);
        long start = System.nanoTime();
        long until = start + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < count; client++) {
            running.add(
                    all.submit(
                            () -> {
                                while (System.nanoTime() < until) {
                                    Question question = questions.apply(next.getAndIncrement());
                                    if (question == null) {
                                        return;
                                    }
                                    given.add(asking.ask(question, until));
                                }
                            }));
        }
        running.forEach(Clients::await);
        double spent = (System.nanoTime() - start) / 1e9;
        all.shutdown();
        return new Talk(List.copyOf(given), spent);
    }

    private static void await(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A client got no reply.", broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
