package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends StoreContract {
    @TempDir Path folder;

    @Override
    String address() {
        return folder.resolve("plans").toString();
    }

    @Test
    void folders_are_named_by_campaign_and_date_and_later_ones_by_their_attempt()
            throws IOException {
        publish(1, PlanKind.LIVE);
        try (Claim claim = store().claim(SPRING, PlanKind.LIVE)) {
            build(claim, 2);
        }
        try (Claim claim = store().claim(SPRING, PlanKind.LIVE)) {
            build(claim, 3);
            claim.publish(store().published(SPRING));
        }
        assertThat(visible()).containsExactly("spring-sale-2026-11-21", "spring-sale-2026-11-21.3");
        assertThat(hidden()).containsExactly(".ledger");
    }

    @Test
    void a_clock_that_jumps_frees_no_claim_and_holds_none_for_ever() {
        for (Duration jump : List.of(Duration.ofDays(-400), Duration.ofDays(400))) {
            try (OtherProcess living = OtherProcess.at(address(), KEPT, SPRING, "claim")) {
                assertThat(living.answer()).startsWith("claim");
                Clock off = Clock.offset(Clock.systemUTC(), jump);
                PlanStore elsewhere = DirectoryStore.at(Path.of(address()), new Lease(off, SHORT));

                assertThatThrownBy(() -> elsewhere.claim(SPRING, PlanKind.LIVE))
                        .isInstanceOf(PlanInHand.class);

                living.signal("STOP");
                elsewhere.claim(SPRING, PlanKind.LIVE).close();
            }
        }
        assertThat(states()).hasSize(4).containsOnly(PlanState.FAILED);
    }

    @Test
    void a_frozen_clock_frees_the_claim_of_a_killed_process() {
        Clock frozen = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (OtherProcess killed = OtherProcess.at(address(), LONG, SPRING, "claim")) {
            assertThat(killed.answer()).isEqualTo("claim 1");
        }
        try (Claim claim =
                DirectoryStore.at(Path.of(address()), new Lease(frozen, SHORT))
                        .claim(SPRING, PlanKind.LIVE)) {
            assertThat(claim.attempt().number()).isEqualTo(2);
        }
    }

    @Test
    void a_plan_that_was_published_in_the_last_moment_is_put_in_place_by_whoever_comes_next()
            throws IOException {
        publish(1, PlanKind.LIVE);
        Path place = Path.of(address(), "spring-sale-2026-11-21");
        Files.move(place, Path.of(address(), ".spring-sale-2026-11-21.1.partial"));

        assertThat(seedOfPublished()).isEqualTo(1);
        assertThat(visible()).containsExactly("spring-sale-2026-11-21");
    }

    @Test
    void a_folder_that_somebody_else_put_there_is_left_alone() throws IOException {
        Path stranger = Files.createDirectories(Path.of(address(), "spring-sale-2026-11-21"));

        assertThatThrownBy(() -> store().claim(SPRING, PlanKind.LIVE))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining(stranger + " stands where the plan")
                .hasMessageContaining("Move it away");
    }

    @Test
    void a_store_that_cannot_be_written_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("plans"), "a file");

        assertThatThrownBy(() -> store().claim(SPRING, PlanKind.LIVE))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("The plan store %s could not be written".formatted(file))
                .hasMessageContaining("Nothing was published.");
        assertThat(store().published(SPRING)).isEqualTo(Optional.empty());
    }

    private List<String> visible() throws IOException {
        return names().stream().filter(name -> !name.startsWith(".")).toList();
    }

    private List<String> hidden() throws IOException {
        return names().stream().filter(name -> name.startsWith(".")).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(address()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
