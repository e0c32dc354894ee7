package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.whatif.PlanningDesk;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From when on the service takes questions. */
class ReadinessTest {
    private static final String QUESTION = "{\"campaign\":\"small\"}";

    @Test
    @Timeout(120)
    void a_service_is_ready_once_the_solver_and_every_plan_as_it_is_are_there() throws Exception {
        int port = freePort();
        Client client = new Client(port);
        LateDesk late = new LateDesk();
        CompletableFuture<RestService> starting =
                CompletableFuture.supplyAsync(() -> start(late, port));
        late.awaitWanted(starting);

        HttpResponse<String> early = client.get("/readyz");
        assertThat(client.get("/livez").statusCode()).isEqualTo(200);
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.body())
                .contains("starting; it waits for the plan of every campaign as it is.");
        assertThat(early.headers().firstValue("Retry-After")).contains("2");
        assertThat(client.get("/v1/campaigns").statusCode()).isEqualTo(503);
        assertThat(client.post("/v1/what-if", QUESTION).statusCode()).isEqualTo(503);

        late.there.countDown();
        try (RestService service = starting.join()) {
            assertThat(client.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(client.post("/v1/what-if", QUESTION).statusCode()).isEqualTo(200);
            assertThat(service.port()).isEqualTo(port);
        }
    }

    @Test
    void everything_that_is_missing_is_told_and_a_stop_is_for_good() {
        Readiness readiness = new Readiness();
        assertThatThrownBy(readiness::requireOpen)
                .hasMessageContaining("waits for the solver and the plan of every campaign");
        readiness.has(Readiness.Need.PLANS);
        assertThatThrownBy(readiness::requireOpen).hasMessageContaining("waits for the solver.");
        readiness.has(Readiness.Need.SOLVER);
        assertThatCode(readiness::requireOpen).doesNotThrowAnyException();
        readiness.stop();

        assertThatThrownBy(readiness::requireOpen).hasMessageContaining("stopping");
        assertThatCode(readiness::requireAll).doesNotThrowAnyException();
    }

    /** One desk that keeps the service waiting. */
    private static final class LateDesk extends AbstractList<PlanningDesk> {
        private final CountDownLatch wanted = new CountDownLatch(1);
        private final CountDownLatch there = new CountDownLatch(1);

        /** Waits until the service asks for it; where it failed before, says why. */
        void awaitWanted(CompletableFuture<RestService> starting) throws InterruptedException {
            while (!wanted.await(100, TimeUnit.MILLISECONDS)) {
                assertThat(starting).isNotCompletedExceptionally();
            }
        }

        @Override
        public PlanningDesk get(int place) {
            wanted.countDown();
            try {
                there.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Served.shared().desk();
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static RestService start(List<PlanningDesk> desks, int port) {
        return RestService.start(
                desks,
                RestSettings.of("127.0.0.1", port),
                Optional.empty(),
                Clock.systemUTC(),
                line -> {});
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
