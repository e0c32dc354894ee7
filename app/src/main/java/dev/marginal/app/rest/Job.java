package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.app.answers.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

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

    /** What comes of it. */
    enum Kind {
        PLAN,
        ANSWER
    }

    private final String id;
    private final Kind kind;
    private final CampaignDesk desk;
    private final Clock clock;
    private Task<?> task;
    private State state = State.QUEUED;
    private Instant ended;
    private boolean cancelled;
    private JobJson.SoFar soFar = JobJson.SoFar.NOTHING;
    private KeptPlan plan;
    private JsonNode result;
    private ProblemJson problem;
    private long changes;

    /**
     * A job.
     *
     * @param task that is wanted for this job already
     */
    Job(String id, Kind kind, CampaignDesk desk, Clock clock, Task<?> task) {
        this.id = id;
        this.kind = kind;
        this.desk = desk;
        this.clock = clock;
        this.task = task;
        task.tell(this::changed);
        changed();
    }

    String id() {
        return id;
    }

    /** When it was over; nothing while it is not. */
    synchronized Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    CampaignDesk desk() {
        return desk;
    }

    synchronized State state() {
        return state;
    }

    private synchronized void changed() {
        if (state.isOver()) {
            return;
        }
        if (task.isOver()) {
            settle();
        } else if (task.hasBegun()) {
            state = State.RUNNING;
        }
        tellAll();
    }

    private void tellAll() {
        changes++;
        notifyAll();
    }

    private void settle() {
        Object made = task.answer().orElse(null);
        plan = made instanceof KeptPlan kept ? kept : null;
        result = made instanceof byte[] answer ? Json.read(answer) : null;
        soFar = plan == null ? soFar : JobJson.SoFar.of(plan.figures());
        Optional<Throwable> failure = cancelled ? Optional.empty() : task.failure();
        problem = failure.map(why -> Refusals.of(why, "/v1/jobs/" + id)).orElse(null);
        end(cancelled ? State.CANCELLED : failure.isPresent() ? State.FAILED : State.DONE);
    }

    /** Is told of better plans and lower bounds while the search goes on. */
    synchronized void found(double value, double bound) {
        if (!state.isOver()) {
            soFar = JobJson.SoFar.of(value, bound);
            tellAll();
        }
    }

    /** Ends it soon and keeps what it has by then; at once where the work goes on for others. */
    void cancel() {
        Task<?> mine;
        synchronized (this) {
            if (state.isOver() || cancelled) {
                return;
            }
            cancelled = true;
            mine = task;
        }
        if (mine.leave()) {
            leftToOthers();
        }
    }

    private synchronized void leftToOthers() {
        if (!state.isOver()) {
            end(State.CANCELLED);
            tellAll();
        }
    }

    private void end(State as) {
        state = as;
        ended = clock.instant();
        task = null;
    }

    /** Waits until it changes further, but no longer than this. */
    synchronized void awaitAfter(long seen, long millis) throws InterruptedException {
        if (changes <= seen) {
            wait(millis);
        }
    }

    /** Its plan, while that is kept. */
    synchronized Optional<KeptPlan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Makes room; the figures stay. */
    synchronized void forgetPlan() {
        plan = null;
    }

    /** How often it has changed, and how it is now. */
    record Told(long changes, State state, JobJson json) {}

    synchronized Told told() {
        JobJson json =
                new JobJson(
                        id,
                        kind.name().toLowerCase(Locale.ROOT),
                        desk.file().campaign(),
                        state.word(),
                        soFar,
                        plan == null ? null : "/v1/jobs/%s/plan.csv".formatted(id),
                        result,
                        problem == null ? null : problem.detail(),
                        problem);
        return new Told(changes, state, json);
    }
}
