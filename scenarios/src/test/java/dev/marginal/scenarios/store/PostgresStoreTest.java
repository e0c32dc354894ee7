package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NeedsServer.class)
class PostgresStoreTest extends StoreContract {
    @TempDir Path folder;
    private TestDatabase database;

    @Override
    String address() {
        if (database == null) {
            database = TestDatabase.in(folder);
        }
        return database.storeFile("here");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_plan_that_was_published_elsewhere_is_copied_here_when_asked_for() throws IOException {
        publish(7, PlanKind.LIVE);
        PlanRecord plan = store().published(SPRING).orElseThrow();
        try (PlanStore there = on("there")) {
            assertThat(there.here(plan)).isEmpty();
            Path copy = there.folder(plan);

            assertThat(WholePlan.requireWhole(copy)).isEqualTo(7);
            assertThat(there.here(plan)).contains(copy);
            assertThat(store().here(plan)).isNotEmpty().isNotEqualTo(Optional.of(copy));
        }
    }

    @Test
    void a_copy_that_arrives_damaged_is_not_read() {
        publish(7, PlanKind.LIVE);
        database.run(
                "UPDATE marginal.chunk SET content = content || 'x' WHERE file ="
                        + " (SELECT file FROM marginal.plan_file WHERE path = 'manifest')");
        PlanRecord plan = store().published(SPRING).orElseThrow();
        try (PlanStore there = on("there")) {
            assertThatThrownBy(() -> there.folder(plan))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("is not what was kept");
            assertThat(there.here(plan)).isEmpty();
        }
    }

    @Test
    void the_claim_of_a_process_that_died_on_another_machine_is_free_when_its_lease_ends() {
        try (OtherProcess killed = OtherProcess.at(address(), KEPT, SPRING, "claim", "write 1")) {
            assertThat(killed.answer()).isEqualTo("claim 1");
            assertThat(killed.answer()).isEqualTo("write 1");
        }
        database.run("UPDATE marginal.plan SET machine = 'elsewhere', lease_until = now() + lease");
        assertThatThrownBy(() -> store().claim(SPRING, PlanKind.LIVE))
                .isInstanceOf(PlanInHand.class);
        pause(KEPT.plus(SHORT));

        publish(2, PlanKind.LIVE);

        assertThat(states()).containsExactly(PlanState.FAILED, PlanState.PUBLISHED);
    }

    @Test
    void a_server_whose_clock_was_put_back_holds_no_claim_for_ever() {
        try (OtherProcess killed = OtherProcess.at(address(), SHORT, SPRING, "claim")) {
            assertThat(killed.answer()).isEqualTo("claim 1");
        }
        database.run(
                "UPDATE marginal.plan SET machine = 'elsewhere', lease_until = now() + interval '400 days'");
        assertThatThrownBy(() -> store().claim(SPRING, PlanKind.LIVE))
                .isInstanceOf(PlanInHand.class);
        pause(SHORT.multipliedBy(2));

        store().claim(SPRING, PlanKind.LIVE).close();
        assertThat(states()).hasSize(2);
    }

    @Test
    void clients_clocks_free_no_claim() {
        try (OtherProcess living = OtherProcess.at(address(), LONG, SPRING, "claim")) {
            assertThat(living.answer()).startsWith("claim");
            Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
            PlanStore elsewhere = StoreAddress.open(address(), new Lease(ahead, SHORT));

            assertThatThrownBy(() -> elsewhere.claim(SPRING, PlanKind.LIVE))
                    .isInstanceOf(PlanInHand.class);
        }
    }

    @Test
    void processes_that_open_a_new_store_at_once_make_its_tables_once() {
        address();
        for (int round = 0; round < 5; round++) {
            database.run("DROP SCHEMA IF EXISTS marginal CASCADE");
            List<PlanStore> stores = List.of(on("a"), on("b"), on("c"), on("d"));
            assertThat(stores.parallelStream().map(one -> one.plans(DAY, DAY)).toList())
                    .containsOnly(List.of());
        }
    }

    @Test
    void the_server_itself_refuses_a_second_published_plan() {
        publish(1, PlanKind.LIVE);
        store().claim(SPRING, PlanKind.LIVE).close();

        assertThatThrownBy(() -> database.run("UPDATE marginal.plan SET state = 'published'"))
                .rootCause()
                .hasMessageContaining("plan_published");
    }

    @Test
    void a_server_that_is_killed_amid_publishing_leaves_the_whole_plan_or_none()
            throws IOException, InterruptedException {
        address();
        assumeTrue(database.canRestart(), "This server cannot be restarted by a test.");
        database.alone();
        for (int round = 1; round <= 2; round++) {
            PlanKey key = new PlanKey("round-" + round, DAY);
            try (OtherProcess other =
                    OtherProcess.at(address(), LONG, key, "claim", "write " + round)) {
                assertThat(other.answer()).isEqualTo("claim 1");
                assertThat(other.answer()).isEqualTo("write 1");
                other.order("publish");
                pause(Duration.ofMillis(20L * round));
                database.restart();
                assertThat(other.answer()).isIn("publish 1", "StoreUnusable");
                requireWholeOrNone(key, round);
                other.order("publish");
                assertThat(other.answer())
                        .isIn("publish 1", "IllegalArgumentException", "LeaseLost");
            }
            requireWhole(key, round);
        }
    }

    private void requireWholeOrNone(PlanKey key, long seed) {
        if (store().published(key).isPresent()) {
            requireWhole(key, seed);
        }
    }

    private void requireWhole(PlanKey key, long seed) {
        try (PlanStore there = on("there")) {
            PlanRecord plan = there.published(key).orElseThrow();
            assertThat(WholePlan.requireWhole(there.folder(plan))).isEqualTo(seed);
        }
    }

    @Test
    void a_process_that_is_killed_leaves_no_copy_half_made() throws IOException {
        address();
        try (OtherProcess killed = OtherProcess.at(address(), LONG, SPRING, "claim", "write 1")) {
            assertThat(killed.answer()).isEqualTo("claim 1");
            assertThat(killed.answer()).isEqualTo("write 1");
        }
        publish(2, PlanKind.LIVE);

        try (var files = Files.walk(folder.resolve("on-here"))) {
            assertThat(files.filter(file -> file.endsWith("drafts")).toList())
                    .hasSize(1)
                    .allSatisfy(drafts -> assertThat(drafts).isEmptyDirectory());
        }
    }

    private PlanStore on(String machine) {
        return StoreAddress.open(database.storeFile(machine), new Lease(Clock.systemUTC(), SHORT));
    }
}
