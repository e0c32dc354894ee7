package dev.marginal.app.rest;

import dev.marginal.scenarios.whatif.PlanningDesk;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Waits for a desk's answer; one that is late goes on as a job. */
record Waiting(Duration deadline, Jobs jobs) {
    static final String DEADLINE = "deadline_ms";
    private static final long LONGEST = 600_000;

    /** The answer as JSON, or where to ask for it later. */
    <T> Reply answer(Call call, CampaignDesk desk, Function<PlanningDesk, T> question) {
        long patience = millis(call);
        Job job = jobs.begin(desk);
        Future<T> answer = desk.ask(planning -> job.run(() -> question.apply(planning)));
        try {
            return Reply.json(answer.get(patience, TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            jobs.keep(job);
            return JobCalls.accepted(job);
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.busy(503, "The service is stopping.", 5);
        }
    }

    static RuntimeException thrown(Throwable cause) {
        return cause instanceof RuntimeException problem
                ? problem
                : new IllegalStateException(cause);
    }

    private long millis(Call call) {
        String asked = call.query(DEADLINE);
        if (asked == null) {
            return deadline.toMillis();
        }
        if (!asked.matches("\\d{1,6}") || Long.parseLong(asked) > LONGEST) {
            throw new Refusal(
                    400, "%s must be milliseconds, 0 to %d.".formatted(DEADLINE, LONGEST));
        }
        return Long.parseLong(asked);
    }
}
