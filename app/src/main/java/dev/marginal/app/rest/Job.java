package dev.marginal.app.rest;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.Json;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.whatif.Answer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that nobody waits for: a plan, or an answer that was late. */
final class Job {
    /** How far it has come. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String id;
    private final CampaignDesk desk;
    private final Instant begun;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.QUEUED;
    private Object result;
    private String detail;

    Job(String id, CampaignDesk desk, Instant begun) {
        this.id = id;
        this.desk = desk;
        this.begun = begun;
    }

    String id() {
        return id;
    }

    Instant begun() {
        return begun;
    }

    CampaignDesk desk() {
        return desk;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Does the work, unless it was cancelled while it waited. */
    <T> T run(Supplier<T> work) {
        if (!starts()) {
            return null;
        }
        try {
            T done = work.get();
            end(cancellation.isCancelled() ? State.CANCELLED : State.DONE, done, null);
            return done;
        } catch (RuntimeException problem) {
            boolean told = Ending.of(problem).isPresent();
            end(State.FAILED, null, told ? problem.getMessage() : "This should not have happened.");
            throw problem;
        } catch (Error fault) {
            end(State.FAILED, null, "This should not have happened.");
            throw fault;
        }
    }

    private synchronized boolean starts() {
        if (state == State.QUEUED) {
            state = State.RUNNING;
            return true;
        }
        return false;
    }

    private synchronized void end(State how, Object done, String why) {
        state = how;
        result = done;
        detail = why;
        over.countDown();
    }

    /** Ends it soon; the best plan so far is kept. */
    synchronized void cancel() {
        cancellation.cancel();
        if (state == State.QUEUED) {
            end(State.CANCELLED, null, null);
        }
    }

    synchronized State state() {
        return state;
    }

    /** Waits until it is over, but no longer than this. */
    void await(long millis) throws InterruptedException {
        over.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Its plan, once there is one. */
    synchronized Optional<Answer> plan() {
        return result instanceof Answer answer ? Optional.of(answer) : Optional.empty();
    }

    synchronized JobJson json() {
        Optional<SendPlan> sends = plan().map(answer -> answer.plan().sends());
        return new JobJson(
                id,
                result == null || sends.isPresent() ? "plan" : "answer",
                desk.file().campaign(),
                state.word(),
                sends.map(SendPlan::value).orElse(null),
                sends.map(SendPlan::spend).orElse(null),
                sends.map(SendPlan::sends).orElse(null),
                sends.map(SendPlan::gap).orElse(null),
                result == null || sends.isPresent() ? null : Json.tree(result),
                detail);
    }
}
