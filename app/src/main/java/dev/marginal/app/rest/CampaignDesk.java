package dev.marginal.app.rest;

import dev.marginal.app.answers.PlanJson;
import dev.marginal.optimizer.Cancellation;
import dev.marginal.optimizer.SearchProgress;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One campaign, warm: a few clerks answer questions and one makes plans, while a bounded number
 * waits for each.
 *
 * <p>The plan of the campaign as it is was made once, and everything is compared with it.
 */
final class CampaignDesk implements AutoCloseable {
    private final PlanningDesk desk;
    private final Answer everyday;
    private final PlanJson everydayFigures;
    private final CampaignJson json;
    private final IdIndex customers;
    private final DeskTally tally = new DeskTally();
    private final Rejections rejections;
    private final Troubles troubles;
    private final ThreadPoolExecutor clerks;
    private final ThreadPoolExecutor planner;

    CampaignDesk(
            PlanningDesk desk, RestSettings settings, Rejections rejections, Troubles troubles) {
        this.desk = desk;
        this.rejections = rejections;
        this.troubles = troubles;
        this.everyday = desk.answer(Scenario.EVERYDAY);
        this.everydayFigures = PlanJson.of(everyday);
        this.json = CampaignJson.of(everyday);
        this.customers = new IdIndex(desk.valued().audience().ids());
        this.clerks = threads("desk " + file().campaign(), settings.clerks(), settings.queue());
        this.planner = threads("plans of " + file().campaign(), 1, settings.queue());
    }

    private static ThreadPoolExecutor threads(String name, int number, int queue) {
        return new ThreadPoolExecutor(
                number,
                number,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                work -> new Thread(work, name));
    }

    CampaignFile file() {
        return everyday.brief().file();
    }

    /** The plan of the campaign as it is. */
    Answer everyday() {
        return everyday;
    }

    PlanJson everydayFigures() {
        return everydayFigures;
    }

    CampaignJson json() {
        return json;
    }

    DeskTally tally() {
        return tally;
    }

    /** The row of a customer, or {@link IdIndex#ABSENT}. */
    int row(String customer) {
        return customers.find(customer.getBytes(StandardCharsets.UTF_8));
    }

    /** The customers, by row. */
    IdColumn ids() {
        return desk.valued().audience().ids();
    }

    /** How many questions and plans wait. */
    int waiting() {
        return clerks.getQueue().size() + planner.getQueue().size();
    }

    /**
     * Has a question answered.
     *
     * @throws Refusal if too many wait already, or the service is stopping
     */
    <T> void ask(Task<T> task, Function<Cancellation, T> work) {
        submit(clerks, task, work);
    }

    /**
     * Has a plan made.
     *
     * @throws Refusal alike
     */
    void plan(Task<KeptPlan> task, Asked scenario, SearchProgress progress) {
        submit(
                planner,
                task,
                cancellation -> KeptPlan.of(answer(scenario, cancellation, progress)));
    }

    private <T> void submit(
            ThreadPoolExecutor threads, Task<T> task, Function<Cancellation, T> work) {
        try {
            threads.execute(() -> task.run(cancellation -> counted(work, cancellation)));
        } catch (RejectedExecutionException full) {
            throw threads.isShutdown()
                    ? Refusal.stopping()
                    : rejections.counted(
                            "queue",
                            "%d questions about this campaign wait already."
                                    .formatted(threads.getQueue().size()));
        }
    }

    private <T> T counted(Function<Cancellation, T> work, Cancellation cancellation) {
        long since = System.nanoTime();
        try {
            return work.apply(cancellation);
        } catch (NoPlan none) {
            tally.hasNoPlan();
            throw none;
        } catch (RuntimeException | Error problem) {
            troubles.tell(problem);
            throw problem;
        } finally {
            tally.took(since);
        }
    }

    /** The answer of a scenario; the campaign as it is was answered before. */
    Answer answer(Asked scenario, Cancellation cancellation) {
        return answer(scenario, cancellation, SearchProgress.UNHEARD);
    }

    private Answer answer(Asked scenario, Cancellation cancellation, SearchProgress progress) {
        if (scenario.scenario().changes().isEmpty()) {
            return new Answer(
                    scenario.scenario(),
                    everyday.brief(),
                    everyday.rules(),
                    everyday.plan(),
                    everyday.parts(),
                    everyday.forecast(),
                    List.of(),
                    false);
        }
        Answer answer = planning(scenario).answer(scenario.scenario(), cancellation, progress);
        tally.planned(answer.plan().sends());
        return answer;
    }

    /** The desk that knows what a scenario speaks of. */
    PlanningDesk planning(Asked scenario) {
        return desk.knowing(scenario.words());
    }

    /** Takes no more questions, and waits for those that it has. */
    void drain(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        clerks.shutdown();
        planner.shutdown();
        clerks.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        planner.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clerks.shutdownNow();
        planner.shutdownNow();
    }
}
