package dev.marginal.app.rest;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One campaign, warm: it is answered one question at a time, while a bounded number waits.
 *
 * <p>The plan of the campaign as it is was made once, and everything is compared with it.
 */
final class CampaignDesk implements AutoCloseable {
    private final PlanningDesk desk;
    private final Answer everyday;
    private final IdIndex customers;
    private final ThreadPoolExecutor clerk;

    CampaignDesk(PlanningDesk desk, int queue) {
        this.desk = desk;
        this.everyday = desk.answer(Scenario.EVERYDAY);
        this.customers = new IdIndex(desk.valued().audience().ids());
        this.clerk =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queue),
                        work -> new Thread(work, "desk " + file().campaign()));
    }

    CampaignFile file() {
        return everyday.brief().file();
    }

    /** The plan of the campaign as it is. */
    Answer everyday() {
        return everyday;
    }

    /** The row of a customer, or {@link IdIndex#ABSENT}. */
    int row(String customer) {
        return customers.find(customer.getBytes(StandardCharsets.UTF_8));
    }

    /** The customers, by row. */
    IdColumn ids() {
        return desk.valued().audience().ids();
    }

    /** How many questions wait. */
    int waiting() {
        return clerk.getQueue().size();
    }

    /**
     * Has a question answered.
     *
     * @throws Refusal if too many wait already, or the service is stopping
     */
    <T> Future<T> ask(Function<PlanningDesk, T> question) {
        try {
            return clerk.submit(() -> question.apply(desk));
        } catch (RejectedExecutionException full) {
            throw clerk.isShutdown()
                    ? Refusal.busy(503, "The service is stopping.", 5)
                    : Refusal.busy(
                            429,
                            "%d questions about this campaign wait already.".formatted(waiting()),
                            1);
        }
    }

    /** The answer of a scenario; the campaign as it is was answered before. */
    Answer answer(PlanningDesk asked, Asked scenario) {
        if (scenario.scenario().changes().isEmpty()) {
            return new Answer(
                    scenario.scenario(),
                    everyday.brief(),
                    everyday.rules(),
                    everyday.plan(),
                    everyday.forecast(),
                    List.of(),
                    false);
        }
        return asked.knowing(scenario.words()).answer(scenario.scenario());
    }

    /** Takes no more questions, and waits for those that it has. */
    void drain(Duration patience) throws InterruptedException {
        clerk.shutdown();
        clerk.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clerk.shutdownNow();
    }
}
