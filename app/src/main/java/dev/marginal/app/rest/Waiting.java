package dev.marginal.app.rest;

import dev.marginal.app.answers.Json;
import dev.marginal.optimizer.Cancellation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Waits for a desk's answers. The same question is answered from a cache, or together with those
 * who asked it a moment before; an answer that is late goes on as a job.
 */
final class Waiting {
    static final Parameter DEADLINE =
            Parameter.number(
                    "deadline_ms",
                    0,
                    600_000,
                    "How long to wait before the question goes on as a job.");

    private static final int MOST_WAITING = 160;

    private final RestSettings settings;
    private final Jobs jobs;
    private final AnswerCache cache;
    private final Rejections rejections;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Map<Question, Task<byte[]>> inHand = new ConcurrentHashMap<>();

    Waiting(RestSettings settings, Jobs jobs, AnswerCache cache, Rejections rejections) {
        this.settings = settings;
        this.jobs = jobs;
        this.cache = cache;
        this.rejections = rejections;
    }

    /** The answer to a question that may have been asked before. */
    Reply answer(
            Call call, CampaignDesk desk, Object request, Function<Cancellation, Object> work) {
        long patience = patience(call);
        Question question = Question.of(call.endpoint(), request);
        Optional<byte[]> known = cache.find(question);
        if (known.isPresent()) {
            return Reply.json(known.get());
        }
        return waitedFor(desk, joined(question, desk, work), patience);
    }

    /** The answer to a question that is too long to be remembered. */
    Reply answerOnce(Call call, CampaignDesk desk, Function<Cancellation, Object> work) {
        long patience = patience(call);
        Task<byte[]> task = new Task<>();
        task.join();
        desk.ask(task, cancellation -> Json.bytes(work.apply(cancellation)));
        return waitedFor(desk, task, patience);
    }

    /** The task that answers the question already, or a new one. */
    private Task<byte[]> joined(
            Question question, CampaignDesk desk, Function<Cancellation, Object> work) {
        return inHand.compute(
                question,
                (same, running) -> {
                    if (running != null && running.join()) {
                        return running;
                    }
                    Task<byte[]> task = new Task<>();
                    task.join();
                    task.tell(() -> ended(question, task));
                    desk.ask(task, cancellation -> kept(question, work, cancellation));
                    return task;
                });
    }

    /** The answer, which is kept before anybody has it: whoever asks again is given it again. */
    private byte[] kept(
            Question question, Function<Cancellation, Object> work, Cancellation cancellation) {
        byte[] answer = Json.bytes(work.apply(cancellation));
        if (!cancellation.isCancelled()) {
            cache.keep(question, answer);
        }
        return answer;
    }

    private void ended(Question question, Task<byte[]> task) {
        if (task.isOver()) {
            inHand.remove(question, task);
        }
    }

    private Reply waitedFor(CampaignDesk desk, Task<byte[]> task, long patience) {
        if (!waiting.tryAcquire()) {
            task.leave();
            throw rejections.counted(
                    "waiting", "%d wait for answers already.".formatted(MOST_WAITING));
        }
        boolean goesOn = false;
        try {
            return Reply.json(task.await(patience));
        } catch (TimeoutException late) {
            goesOn = true;
            return JobCalls.accepted(jobs.goesOn(desk, task));
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        } finally {
            waiting.release();
            if (!goesOn) {
                task.leave();
            }
        }
    }

    static RuntimeException thrown(Throwable cause) {
        return cause instanceof RuntimeException problem
                ? problem
                : new IllegalStateException(cause);
    }

    private long patience(Call call) {
        return DEADLINE.number(call).orElse(settings.deadline().toMillis());
    }
}
