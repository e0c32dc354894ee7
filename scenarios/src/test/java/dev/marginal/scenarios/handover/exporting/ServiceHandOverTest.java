package dev.marginal.scenarios.handover.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.handover.outbox.OtherHandOver;
import dev.marginal.scenarios.handover.outbox.OutboxInUse;
import dev.marginal.scenarios.handover.outbox.Waiting;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services get of a plan, whatever they answer. */
class ServiceHandOverTest {
    private static final Instant EVENING = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private final List<Duration> waits = new ArrayList<>();
    private CountingService service;
    private SmallHouse house;
    private Path plan;

    @BeforeEach
    void publish() {
        service = new CountingService();
        house = new SmallHouse(folder, 120);
        plan = house.publish(PlanKind.LIVE, "a");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void braze_is_asked_to_schedule_what_lies_ahead() throws IOException {
        HandOverReport report = run("braze", SmallHouse.NIGHT);

        assertThat(report.isComplete()).isTrue();
        assertThat(service.paths())
                .hasSize(2 + 3)
                .containsOnly("/campaigns/trigger/schedule/create");
        assertThat(service.authorizations()).containsOnly("Bearer secret");
        assertThat(service.accepted()).hasSize(house.sends());
        assertThat(service.accepted().values()).containsOnly(1);
        assertThat(
                        Files.exists(
                                folder.resolve(
                                        "plans/.outbox/spring-2026-11-21/spring-2026-11-21/braze/body.part")))
                .isFalse();
    }

    @Test
    void braze_is_asked_to_send_at_once_what_is_due() throws IOException {
        run("braze", EVENING);

        assertThat(service.paths()).containsOnly("/campaigns/trigger/send");
        assertThat(new ObjectMapper().readTree(service.bodies().get(0)).has("schedule")).isFalse();
    }

    @Test
    void a_service_that_sends_at_once_is_asked_when_it_is_time() {
        HandOverReport early = run("customerio", SmallHouse.NIGHT);
        HandOverReport morning = run("customerio", Instant.parse("2026-11-21T02:00:00Z"));
        HandOverReport late = run("customerio", EVENING);

        assertThat(early.waiting()).isEqualTo(house.sends());
        assertThat(morning.waiting()).isEqualTo(120);
        assertThat(morning.handedOver()).isEqualTo(60);
        assertThat(late.isComplete()).isTrue();
        assertThat(service.paths())
                .containsExactly("/v1/campaigns/99/triggers", "/v1/campaigns/11/triggers");
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void a_busy_service_is_asked_again_when_it_says() {
        service.answer(429, 503);

        HandOverReport report = run("braze", SmallHouse.NIGHT);

        assertThat(report.isComplete()).isTrue();
        assertThat(waits).startsWith(Duration.ofSeconds(7), Duration.ofSeconds(7));
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void a_service_that_stays_busy_ends_the_run_and_the_next_goes_on() {
        service.answer(202, 429, 429, 429, 429, 429, 429);

        HandOverReport report = run("braze", SmallHouse.NIGHT);

        assertThat(report.failure())
                .isEqualTo("braze did not take chunk 2: 429 {\"message\":\"so, Bearer [key]\"}");
        assertThat(report.handedOver()).isEqualTo(50);
        assertThat(report.open()).isEqualTo(130);
        assertThat(run("braze", SmallHouse.NIGHT).isComplete()).isTrue();
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void what_a_service_complains_of_though_it_took_the_chunk_is_told() throws IOException {
        service.complain();

        HandOverReport report = run("braze", SmallHouse.NIGHT);

        assertThat(report.wentWell()).isFalse();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.complaints()).hasSize(5);
        assertThat(report.complaints().get(0).words()).contains("no such user");
        assertThat(run("braze", SmallHouse.NIGHT).complaints()).hasSize(5);
        assertThat(service.accepted().values()).containsOnly(1);
        assertThat(house.read("braze", "export_report.json")).contains("no such user");
    }

    @Test
    void while_a_busy_service_is_waited_for_nothing_is_unknown() {
        service.answer(429);
        List<Boolean> unknown = new ArrayList<>();

        house.handOver(SmallHouse.NIGHT, time -> unknown.add(house.steps().equals("sending")))
                .run(house.service(plan, "braze", service.url()));

        assertThat(unknown).hasSize(5).containsOnly(false);
    }

    @Test
    void a_wrong_campaign_can_be_put_right_until_something_of_its_offer_left() {
        service.answer(404);
        assertThat(run("braze", SmallHouse.NIGHT).failure()).contains("404");
        HandOverRequest right = house.service(plan, "braze", service.url(), Map.of("any", "7"));
        service.answer(201, 201, 404);
        HandOverReport half = house.handOver(SmallHouse.NIGHT, waits::add).run(right);
        HandOverRequest better =
                house.service(plan, "braze", service.url(), Map.of("mail_1", "7", "push_1", "8"));
        HandOverRequest worse = house.service(plan, "braze", service.url(), Map.of("any", "9"));

        assertThat(half.handedOver()).isEqualTo(60);
        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT, waits::add).run(worse))
                .isInstanceOf(OtherHandOver.class)
                .hasMessageContaining("campaign of mail_1: 7, not 9")
                .hasMessageNotContaining("push_1");
        assertThat(house.handOver(SmallHouse.NIGHT, waits::add).run(better).isComplete()).isTrue();
        assertThat(service.accepted()).hasSize(house.sends());
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void braze_is_not_asked_to_schedule_more_than_ninety_days_ahead() {
        HandOverReport early = run("braze", Instant.parse("2026-08-23T02:00:00Z"));
        HandOverReport later = run("braze", Instant.parse("2026-08-23T12:00:00Z"));

        assertThat(early.waiting()).isEqualTo(120);
        assertThat(later.isComplete()).isTrue();
    }

    @Test
    void what_is_due_in_a_minute_is_waited_for() {
        Instant shortly = Instant.parse("2026-11-21T00:59:30Z");

        run("braze", shortly);

        assertThat(waits).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_second_hand_over_at_the_same_time_sends_nothing() {
        List<Throwable> refusals = new ArrayList<>();
        Waiting meanwhile =
                time ->
                        refusals.add(
                                catchThrowable(
                                        () ->
                                                house.handOver(SmallHouse.NIGHT)
                                                        .run(
                                                                house.files(
                                                                        plan, "mautic", "email"))));

        house.handOver(SmallHouse.NIGHT, meanwhile)
                .run(house.service(plan, "braze", service.url()));

        assertThat(refusals)
                .hasSize(4)
                .allSatisfy(
                        refusal ->
                                assertThat(refusal)
                                        .isInstanceOf(OutboxInUse.class)
                                        .hasMessageContaining("lock-email"));
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void a_chunk_that_does_not_exist_is_not_skipped() {
        assertThatThrownBy(
                        () ->
                                house.handOver(SmallHouse.NIGHT)
                                        .run(decided(Collections.emptySet(), Set.of(0, 6))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--skip (0) must be a chunk from 1 to 5")
                .hasMessageContaining("--skip (6) must be a chunk from 1 to 5");
    }

    @Test
    void what_was_posted_late_is_logged_when_it_was_posted() throws IOException {
        run("klaviyo", EVENING);

        assertThat(house.read("klaviyo", "log.csv"))
                .contains("c0000,push,2026-11-21T20:00:00+08:00,attempted")
                .doesNotContain("T18:00:00");
    }

    @Test
    void a_refusal_ends_the_run_with_the_services_words() {
        service.answer(400);

        HandOverReport report = run("braze", SmallHouse.NIGHT);

        assertThat(report.failure()).contains("did not take chunk 1: 400");
        assertThat(report.handedOver()).isZero();
        assertThat(service.paths()).hasSize(1);
    }

    @Test
    void a_chunk_of_unknown_fate_is_left_alone_until_the_user_decides() {
        service.answer(CountingService.SILENCE);

        HandOverReport first = run("braze", SmallHouse.NIGHT);
        HandOverReport second = run("braze", SmallHouse.NIGHT);

        assertThat(first.failure()).startsWith("chunk 1 may or may not have arrived: no answer");
        assertThat(second.unknown()).containsExactly(1);
        assertThat(second.unknownSends()).isEqualTo(50);
        assertThat(second.handedOver()).isEqualTo(130);
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void a_user_who_asked_the_provider_skips_or_sends_again() {
        service.answer(CountingService.SILENCE);
        run("braze", SmallHouse.NIGHT);

        HandOverReport skipped =
                house.handOver(SmallHouse.NIGHT, waits::add)
                        .run(decided(Collections.emptySet(), Set.of(1)));

        assertThat(skipped.isComplete()).isTrue();
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void a_user_who_was_told_that_nothing_arrived_sends_again() {
        service.answer(500);
        assertThat(run("braze", SmallHouse.NIGHT).unknown()).containsExactly(1);

        HandOverReport report =
                house.handOver(SmallHouse.NIGHT, waits::add)
                        .run(decided(Set.of(1), Collections.emptySet()));

        assertThat(report.isComplete()).isTrue();
        assertThat(service.accepted()).hasSize(house.sends());
        assertThat(service.accepted().values()).containsOnly(1);
    }

    @Test
    void klaviyo_forgives_repeats_so_that_nothing_stays_unknown() throws IOException {
        service.answer(CountingService.SILENCE, 502);

        HandOverReport report = run("klaviyo", EVENING);

        assertThat(report.isComplete()).isTrue();
        assertThat(service.accepted()).hasSize(house.sends());
        assertThat(service.authorizations()).containsOnly("Klaviyo-API-Key secret");
        var event =
                new ObjectMapper()
                        .readTree(service.bodies().get(0))
                        .at("/data/attributes/events-bulk-create/data/0/attributes");
        assertThat(event.at("/profile/data/attributes/external_id").asText()).isEqualTo("c0000");
        assertThat(event.at("/events/data/0/attributes/unique_id").asText()).isEqualTo("a-0000-1");
        assertThat(event.at("/events/data/0/attributes/time").asText())
                .isEqualTo("2026-11-21T09:00:00+08:00");
        assertThat(event.at("/events/data/0/attributes/metric/data/attributes/name").asText())
                .isEqualTo("Marginal send");
    }

    @Test
    void between_two_requests_the_service_has_its_rest() {
        run("braze", SmallHouse.NIGHT);

        assertThat(waits).hasSize(4).containsOnly(Duration.ofMillis(20));
    }

    @Test
    void the_key_is_in_no_file() throws IOException {
        run("braze", SmallHouse.NIGHT);

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(
                                new String(
                                        Files.readAllBytes(file),
                                        java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret");
            }
        }
        assertThat(house.service(plan, "braze", service.url()).toString()).doesNotContain("secret");
    }

    @Test
    void the_log_counts_what_may_have_arrived() throws IOException {
        service.answer(CountingService.SILENCE, 400);
        run("braze", SmallHouse.NIGHT);
        run("braze", SmallHouse.NIGHT);

        assertThat(Files.readAllLines(house.out("braze").resolve("log.csv"))).hasSize(1 + 50);
    }

    private HandOverReport run(String target, Instant now) {
        return house.handOver(now, waits::add).run(house.service(plan, target, service.url()));
    }

    private HandOverRequest decided(Set<Integer> resend, Set<Integer> skip) {
        HandOverRequest asked = house.service(plan, "braze", service.url());
        return new HandOverRequest(
                plan,
                asked.exporter(),
                asked.settings(),
                asked.out(),
                asked.service(),
                resend,
                skip,
                false,
                false);
    }
}
