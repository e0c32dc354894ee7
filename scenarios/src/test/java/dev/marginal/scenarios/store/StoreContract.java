package dev.marginal.scenarios.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every plan store does. */
abstract class StoreContract {
    /** A lease that nobody who lives has to keep. */
    static final Duration SHORT = Duration.ofMillis(400);

    /**
     * A lease that a living process keeps on a slow machine as well, by a beat every half second.
     */
    static final Duration KEPT = Duration.ofSeconds(2);

    static final Duration LONG = Duration.ofMinutes(1);
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final PlanKey SPRING = new PlanKey("spring-sale", DAY);

    private PlanStore store;

    /** Where the store of this test is, the same in every process. */
    abstract String address();

    @BeforeEach
    void open() {
        store = StoreAddress.open(address(), new Lease(Clock.systemUTC(), KEPT));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_empty_store_has_no_plans() {
        assertThat(store.published(SPRING)).isEmpty();
        assertThat(store.plans(DAY, DAY)).isEmpty();
    }

    @Test
    void a_plan_goes_from_reserved_over_built_and_audited_to_published() {
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            assertThat(states()).containsExactly(PlanState.RESERVED);
            WholePlan.write(claim.workplace(), 7);
            claim.reached(PlanState.BUILT, inputs("7"));
            assertThat(states()).containsExactly(PlanState.BUILT);
            claim.reached(PlanState.AUDITED, inputs("7"));
            assertThat(store.published(SPRING)).isEmpty();

            PlanRecord published = claim.publish(Optional.empty());

            assertThat(store.published(SPRING)).contains(published);
            assertThat(published)
                    .isEqualTo(
                            new PlanRecord(
                                    SPRING, 1, PlanKind.LIVE, PlanState.PUBLISHED, inputs("7")));
        }
        assertThat(WholePlan.requireWhole(store.folder(store.published(SPRING).orElseThrow())))
                .isEqualTo(7);
    }

    @Test
    void states_only_go_forward_and_nothing_is_published_unaudited() {
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            claim.reached(PlanState.BUILT, inputs("7"));

            assertThatThrownBy(() -> claim.publish(Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("state (BUILT) must be AUDITED.");
            assertThatThrownBy(() -> claim.reached(PlanState.BUILT, inputs("7")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> claim.reached(PlanState.PUBLISHED, inputs("7")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_claim_that_is_let_go_has_failed_and_leaves_the_key_free() {
        Path workplace;
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            workplace = claim.workplace();
            WholePlan.write(workplace, 1);
        }
        assertThat(states()).containsExactly(PlanState.FAILED);
        assertThat(workplace).doesNotExist();

        publish(2, PlanKind.LIVE);

        assertThat(states()).containsExactly(PlanState.FAILED, PlanState.PUBLISHED);
        assertThat(store.published(SPRING).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void a_key_in_hand_is_refused_with_who_holds_it_and_what_to_do() {
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            assertThatThrownBy(() -> store.claim(SPRING, PlanKind.LIVE))
                    .isInstanceOf(PlanInHand.class)
                    .hasMessageStartingWith(
                            "The plan of spring-sale 2026-11-21 is in hand: process "
                                    + ProcessHandle.current().pid())
                    .hasMessageContaining("Wait until it is done, or stop it");
            assertThat(claim.attempt().state()).isEqualTo(PlanState.RESERVED);
        }
    }

    @Test
    void keys_of_other_campaigns_and_dates_are_free() {
        PlanKey tomorrow = new PlanKey("spring-sale", DAY.plusDays(1));
        PlanKey other = new PlanKey("spring-sale.eu", DAY);
        try (Claim one = store.claim(SPRING, PlanKind.LIVE);
                Claim two = store.claim(tomorrow, PlanKind.LIVE);
                Claim three = store.claim(other, PlanKind.BACKFILL)) {
            assertThat(List.of(one.workplace(), two.workplace(), three.workplace()))
                    .doesNotHaveDuplicates()
                    .allSatisfy(folder -> assertThat(folder).isEmptyDirectory());
        }
        assertThat(store.plans(DAY, DAY.plusDays(9)))
                .extracting(PlanRecord::key)
                .containsExactly(SPRING, other, tomorrow);
        assertThat(store.plans(DAY.plusDays(1), DAY.plusDays(1)))
                .extracting(PlanRecord::key)
                .containsExactly(tomorrow);
    }

    @Test
    void a_published_plan_is_in_the_way_of_another() {
        publish(1, PlanKind.LIVE);
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            build(claim, 2);
            assertThatThrownBy(() -> claim.publish(Optional.empty()))
                    .isInstanceOf(PlanInTheWay.class)
                    .hasMessageContaining(
                            "The plan of spring-sale 2026-11-21 is published already, by attempt 1")
                    .hasMessageContaining("supersede");
        }
        assertThat(seedOfPublished()).isEqualTo(1);
        assertThat(states()).containsExactly(PlanState.PUBLISHED, PlanState.FAILED);
    }

    @Test
    void a_superseding_plan_takes_the_place_of_the_one_it_names() {
        publish(1, PlanKind.LIVE);
        Path first = store.folder(store.published(SPRING).orElseThrow());
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            build(claim, 2);
            claim.publish(store.published(SPRING));
        }
        assertThat(states()).containsExactly(PlanState.SUPERSEDED, PlanState.PUBLISHED);
        assertThat(seedOfPublished()).isEqualTo(2);
        assertThat(WholePlan.requireWhole(first)).isEqualTo(1);
    }

    @Test
    void a_plan_that_is_not_published_cannot_be_superseded() {
        publish(1, PlanKind.LIVE);
        PlanRecord first = store.published(SPRING).orElseThrow();
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            build(claim, 2);
            claim.publish(Optional.of(first));
        }
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            build(claim, 3);
            assertThatThrownBy(() -> claim.publish(Optional.of(first)))
                    .isInstanceOf(PlanInTheWay.class)
                    .hasMessageContaining("attempt 2");
        }
        assertThat(seedOfPublished()).isEqualTo(2);
    }

    @Test
    void a_backfill_stays_one() {
        publish(1, PlanKind.BACKFILL);

        assertThat(store.published(SPRING).orElseThrow().kind()).isEqualTo(PlanKind.BACKFILL);
    }

    @Test
    void the_inputs_of_a_plan_are_remembered_to_the_letter() {
        SortedMap<String, String> odd = new TreeMap<>();
        odd.put("history.csv", "sha 'quoted' \"doubly\" \\ 日本\n");
        odd.put("empty", "");
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            WholePlan.write(claim.workplace(), 1);
            claim.reached(PlanState.BUILT, odd);
            claim.reached(PlanState.AUDITED, odd);
            claim.publish(Optional.empty());
        }
        assertThat(store.published(SPRING).orElseThrow().inputs()).isEqualTo(odd);
    }

    @Test
    void of_two_processes_that_race_one_gets_the_key() {
        try (OtherProcess one = OtherProcess.at(address(), KEPT, SPRING);
                OtherProcess two = OtherProcess.at(address(), KEPT, SPRING)) {
            for (int round = 0; round < 10; round++) {
                one.order("claim");
                two.order("claim");
                List<String> answers = List.of(one.answer(), two.answer());

                assertThat(answers).containsOnlyOnce("PlanInHand");
                OtherProcess winner = answers.get(0).startsWith("claim") ? one : two;
                winner.order("close");
                assertThat(winner.answer()).startsWith("close");
            }
        }
        assertThat(states()).hasSize(10).containsOnly(PlanState.FAILED);
    }

    @Test
    void the_claim_of_a_process_that_was_killed_on_this_machine_is_free_at_once() {
        try (OtherProcess killed = OtherProcess.at(address(), LONG, SPRING, "claim", "write 1")) {
            assertThat(killed.answer()).isEqualTo("claim 1");
            assertThat(killed.answer()).isEqualTo("write 1");
        }
        publish(2, PlanKind.LIVE);

        assertThat(states()).containsExactly(PlanState.FAILED, PlanState.PUBLISHED);
        assertThat(seedOfPublished()).isEqualTo(2);
    }

    @Test
    void a_process_that_slept_through_its_lease_publishes_nothing() {
        try (OtherProcess sleeper = OtherProcess.at(address(), KEPT, SPRING, "claim", "write 1")) {
            assertThat(sleeper.answer()).isEqualTo("claim 1");
            assertThat(sleeper.answer()).isEqualTo("write 1");
            assertThatThrownBy(() -> store.claim(SPRING, PlanKind.LIVE))
                    .isInstanceOf(PlanInHand.class);
            sleeper.signal("STOP");
            pause(KEPT.plus(SHORT));

            try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
                sleeper.signal("CONT");
                sleeper.order("publish");
                assertThat(sleeper.answer()).isEqualTo("LeaseLost");
                build(claim, 2);
                claim.publish(Optional.empty());
            }
            sleeper.order("publish");
            assertThat(sleeper.answer()).isEqualTo("LeaseLost");
        }
        assertThat(states()).containsExactly(PlanState.FAILED, PlanState.PUBLISHED);
        assertThat(seedOfPublished()).isEqualTo(2);
    }

    @Test
    void a_claim_is_kept_for_as_long_as_its_process_lives() {
        try (Claim claim = store.claim(SPRING, PlanKind.LIVE)) {
            pause(KEPT.plus(SHORT));
            assertThatThrownBy(() -> store.claim(SPRING, PlanKind.LIVE))
                    .isInstanceOf(PlanInHand.class);
            claim.renew();
            build(claim, 1);
            claim.publish(Optional.empty());
        }
        assertThat(seedOfPublished()).isEqualTo(1);
    }

    @Test
    void a_campaign_whose_name_is_a_path_is_refused() {
        PlanKey outside = new PlanKey("../spring", DAY);

        assertThatThrownBy(() -> store.claim(outside, PlanKind.LIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../spring");
    }

    PlanStore store() {
        return store;
    }

    void publish(long seed, PlanKind kind) {
        try (Claim claim = store.claim(SPRING, kind)) {
            build(claim, seed);
            claim.publish(Optional.empty());
        }
    }

    static void build(Claim claim, long seed) {
        WholePlan.write(claim.workplace(), seed);
        claim.reached(PlanState.BUILT, inputs(Long.toString(seed)));
        claim.reached(PlanState.AUDITED, inputs(Long.toString(seed)));
    }

    long seedOfPublished() {
        return WholePlan.requireWhole(store.folder(store.published(SPRING).orElseThrow()));
    }

    List<PlanState> states() {
        return store.plans(DAY, DAY).stream().map(PlanRecord::state).toList();
    }

    static SortedMap<String, String> inputs(String history) {
        return new TreeMap<>(Map.of("history.csv", history));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
