package dev.marginal.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyRunTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final BadInput BAD =
            new BadInput(
                    new Problem("audience.csv", 2, "customer_id", "secret-4711", "is twice", ""));

    @TempDir Path home;

    private final List<String> told = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private PlanStore store;
    private CampaignFile campaign;
    private List<AgeRule> ages = List.of();
    private Optional<Webhook> webhook = Optional.empty();

    @BeforeEach
    void open() {
        store = DirectoryStore.at(home.resolve("plans"), Lease.usual(Clock.systemUTC()));
        campaign = SmallCampaign.in(home, "spring", "");
        age("history.csv", Duration.ofDays(2));
        age("audience.csv", Duration.ofDays(1));
    }

    @Test
    void a_night_is_planned_once_and_its_rerun_changes_nothing() throws Exception {
        assertThat(run(0).get(0).done().get(0).unchanged()).isFalse();
        assertThat(run(0).get(0).done().get(0).unchanged()).isTrue();

        JsonNode status = status();
        assertThat(status.at("/last_run/ending").asText()).isEqualTo("done");
        assertThat(status.at("/plan/sends").asInt()).isEqualTo(7);
        assertThat(status.at("/last_success").asText()).isEqualTo("2026-11-21T03:00:00+08:00");
        assertThat(status.has("running_since")).isFalse();
    }

    @Test
    void missed_dates_are_made_up_for_in_order_as_backfill_within_bounds() throws Exception {
        run(0);
        clock = Clock.fixed(NOW.plus(Duration.ofDays(5)), ZoneOffset.UTC);
        LocalDate later = TODAY.plusDays(5);

        assertThat(SmallCampaign.dates(run(later, 3)))
                .containsExactly(
                        "2026-11-23 BACKFILL",
                        "2026-11-24 BACKFILL",
                        "2026-11-25 BACKFILL",
                        "2026-11-26 LIVE");
        assertThat(SmallCampaign.dates(run(later, 7))).containsExactly("2026-11-26 LIVE");
    }

    @Test
    void a_new_campaign_has_missed_nothing() throws Exception {
        assertThat(SmallCampaign.dates(run(7))).containsExactly("2026-11-21 LIVE");
    }

    @Test
    void a_campaign_that_does_not_run_on_the_date_is_left_alone() throws Exception {
        campaign =
                SmallCampaign.in(home, "spring", "flight: {from: 2026-12-01, until: 2026-12-24}");

        assertThat(run(0)).isEmpty();
        assertThat(told).containsExactly("spring does not run on 2026-11-21: nothing to plan");
    }

    @Test
    void a_clock_that_jumps_back_a_day_makes_no_second_plan_of_a_date() throws Exception {
        run(0);
        clock = Clock.fixed(NOW.minus(Duration.ofDays(1)), ZoneOffset.UTC);

        assertThat(run(0).get(0).done().get(0).unchanged()).isTrue();
        assertThat(store.plans(TODAY, TODAY)).hasSize(1);
    }

    @Test
    void another_process_at_work_is_waited_for_with_growing_pauses() throws Exception {
        AtomicInteger left = new AtomicInteger(2);
        DayWork busy =
                (campaigns, date, kinds) -> {
                    if (left.getAndDecrement() > 0) {
                        throw new PlanInHand("process 7 is at it");
                    }
                    return SmallCampaign.publishingInto(store).plan(campaigns, date, kinds);
                };

        DayReport report = run(busy, TODAY, 0).get(0);

        assertThat(report.ending()).isEqualTo(Ending.DONE);
        assertThat(report.tries()).isEqualTo(3);
        assertThat(pauses.stream().filter(pause -> !pause.isZero())).hasSize(2);
    }

    @Test
    void a_plan_in_another_hand_for_ever_ends_with_exit_code_6() throws Exception {
        try (Claim other = store.claim(new PlanKey("spring", TODAY), PlanKind.LIVE)) {
            DayReport report = run(0).get(0);

            assertThat(report.ending().exitCode()).isEqualTo(6);
            assertThat(report.tries()).isEqualTo(4);
            assertThat(other.attempt().number()).isEqualTo(1);
        }
    }

    @Test
    void bad_input_is_not_tried_again() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        DayWork bad =
                (campaigns, date, kinds) -> {
                    tries.incrementAndGet();
                    throw BAD;
                };

        assertThat(run(bad, TODAY, 0).get(0).ending()).isEqualTo(Ending.BAD_INPUT);
        assertThat(tries).hasValue(1);
        assertThat(prometheus())
                .contains(
                        "marginal_nightly_failures_total{campaign=\"spring\",ending=\"bad_input\"} 1")
                .doesNotContain("secret-4711");
    }

    @Test
    void an_old_input_ends_the_run_before_anything_is_planned() throws Exception {
        ages = List.of(AgeRule.of("audience=20h", true), AgeRule.of("history=1d", false));

        DayReport report = run(0).get(0);

        assertThat(report.ending()).isEqualTo(Ending.STALE_INPUT);
        assertThat(report.message()).contains("audience is 24 hours old, more than 20 hours");
        assertThat(store.plans(TODAY, TODAY)).isEmpty();
    }

    @Test
    void an_input_that_is_warned_of_stands_in_the_status() throws Exception {
        ages = List.of(AgeRule.of("history=1d", false));

        assertThat(run(0).get(0).ending()).isEqualTo(Ending.DONE);
        assertThat(status().at("/last_run/warnings/0").asText())
                .contains("history is 48 hours old");
    }

    @Test
    void a_log_that_is_empty_is_too_old() throws Exception {
        ages = List.of(AgeRule.of("log=30h", true));

        assertThat(run(0).get(0).message()).contains("the age of log is unknown: it is empty");
    }

    @Test
    void a_half_written_audience_fails_closed() throws Exception {
        Files.writeString(home.resolve("audience.csv"), "4712", StandardOpenOption.APPEND);
        age("audience.csv", Duration.ofHours(1));

        assertThat(run(0).get(0).ending()).isEqualTo(Ending.STALE_INPUT);
        assertThat(store.plans(TODAY, TODAY)).isEmpty();
    }

    @Test
    void an_error_of_the_machine_is_told_and_the_failed_date_does_not_block_the_next()
            throws Exception {
        run(0);
        LocalDate later = TODAY.plusDays(2);
        clock = Clock.fixed(NOW.plus(Duration.ofDays(2)), ZoneOffset.UTC);
        DayWork failing =
                (campaigns, date, kinds) -> {
                    if (kinds.containsValue(PlanKind.BACKFILL)) {
                        throw new OutOfMemoryError("heap");
                    }
                    return SmallCampaign.publishingInto(store).plan(campaigns, date, kinds);
                };

        List<DayReport> reports = run(failing, later, 7);

        assertThat(reports.stream().map(DayReport::ending))
                .containsExactly(Ending.FAILED, Ending.DONE);
        assertThat(NightlyRun.ending(night(later, 7), reports)).isEqualTo(Ending.FAILED);
    }

    @Test
    void each_missed_date_is_a_try_of_its_own_and_one_that_fails_blocks_none_after_it()
            throws Exception {
        run(0);
        clock = Clock.fixed(NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC);
        DayWork badOnce =
                (campaigns, date, kinds) -> {
                    if (date.equals(TODAY.plusDays(1))) {
                        throw BAD;
                    }
                    return SmallCampaign.publishingInto(store).plan(campaigns, date, kinds);
                };

        List<DayReport> reports = run(badOnce, TODAY.plusDays(3), 7);

        assertThat(reports.stream().map(DayReport::ending))
                .containsExactly(Ending.BAD_INPUT, Ending.DONE, Ending.DONE);
        assertThat(store.plans(TODAY, TODAY.plusDays(3)))
                .extracting(plan -> plan.key().date())
                .containsExactly(TODAY, TODAY.plusDays(2), TODAY.plusDays(3));
        assertThat(status().at("/last_run/ending").asText()).isEqualTo("done");
        assertThat(status().at("/failures/bad_input").asInt()).isEqualTo(1);
    }

    @Test
    void a_stale_input_ends_with_exit_code_5_without_trying_again() throws Exception {
        ages = List.of(AgeRule.of("audience=20h", true));

        DayReport report = run(0).get(0);

        assertThat(report.ending().exitCode()).isEqualTo(5);
        assertThat(report.tries()).isEqualTo(1);
        assertThat(prometheus())
                .contains("marginal_nightly_last_exit_code{campaign=\"spring\"} 5\n");
    }

    @Test
    void whoever_reads_the_status_while_it_is_written_reads_all_of_it() throws Exception {
        run(0);
        Path file = home.resolve("plans/.status/spring.json");
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 50; i++) {
                                new StatusFolder(file.getParent())
                                        .begins(List.of(campaign), NOW.plusSeconds(i));
                            }
                        });
        while (!writer.isDone()) {
            assertThat(new ObjectMapper().readTree(file.toFile()).at("/plan/sends").asInt())
                    .isEqualTo(7);
        }
        writer.join();

        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("spring.json", "marginal.prom", ".turn");
        }
    }

    @Test
    void a_night_told_to_stop_begins_nothing() {
        StopSign stop = new StopSign();
        stop.raise();

        assertThatThrownBy(
                        () ->
                                job(SmallCampaign.publishingInto(store), stop)
                                        .run(night(TODAY, 0), Optional.empty()))
                .isInstanceOf(InterruptedException.class);
        assertThat(store.plans(TODAY, TODAY)).isEmpty();
    }

    @Test
    void a_status_that_cannot_be_written_changes_no_ending() throws Exception {
        Files.createDirectories(home.resolve("plans"));
        Files.writeString(home.resolve("plans/.status"), "in the way");

        assertThat(run(0).get(0).ending()).isEqualTo(Ending.DONE);
        assertThat(told).anyMatch(line -> line.startsWith("The status could not be written"));
    }

    @Test
    void metrics_have_help_type_and_one_group_per_name() throws Exception {
        run(0);

        assertThat(prometheus())
                .contains(
                        "# TYPE marginal_plan_sends gauge\nmarginal_plan_sends{campaign=\"spring\"} 7\n")
                .contains("marginal_plan_spend{campaign=\"spring\"} 3.25\n")
                .contains("marginal_plan_not_sent{campaign=\"spring\",reason=\"cap:weekly\"} 5\n")
                .contains(
                        "marginal_input_age_seconds{campaign=\"spring\",input=\"audience\"} 86400\n")
                .contains(
                        "marginal_nightly_last_success_timestamp_seconds{campaign=\"spring\"} "
                                + NOW.getEpochSecond()
                                + "\n");
        assertThat(prometheus().lines().filter(line -> line.startsWith("# TYPE")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_webhook_hears_of_failures_and_never_of_customers() throws Exception {
        List<String> bodies = new ArrayList<>();
        HttpServer server = server(200, bodies);
        try {
            webhook = Optional.of(hook(server));
            run(
                    (campaigns, date, kinds) -> {
                        throw BAD;
                    },
                    TODAY,
                    0);
            run(0);
        } finally {
            server.stop(0);
        }

        assertThat(bodies).hasSize(1);
        JsonNode body = new ObjectMapper().readTree(bodies.get(0));
        assertThat(body.at("/campaigns/0").asText()).isEqualTo("spring");
        assertThat(body.at("/exit_code").asInt()).isEqualTo(3);
        assertThat(bodies.get(0)).doesNotContain("secret-4711");
    }

    @Test
    void a_webhook_that_fails_hides_neither_the_ending_nor_its_address() throws Exception {
        HttpServer server = server(500, new ArrayList<>());
        webhook = Optional.of(hook(server));
        DayWork bad =
                (campaigns, date, kinds) -> {
                    throw BAD;
                };

        assertThat(run(bad, TODAY, 0).get(0).ending()).isEqualTo(Ending.BAD_INPUT);
        server.stop(0);
        assertThat(run(bad, TODAY, 0).get(0).ending()).isEqualTo(Ending.BAD_INPUT);
        assertThat(told).contains("The webhook answered 500.");
        assertThat(told).anyMatch(line -> line.startsWith("The webhook could not be reached"));
        assertThat(told).noneMatch(line -> line.contains("/hook"));
    }

    @Test
    void a_webhook_address_that_everyone_may_read_is_refused() throws Exception {
        Path file = Files.writeString(home.resolve("webhook"), "https://example.org/hook\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Webhook.of(file)).hasMessageContaining("chmod o-r");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(Webhook.of(file).address()).isEqualTo(URI.create("https://example.org/hook"));
    }

    private List<DayReport> run(int catchUp) throws InterruptedException {
        return run(TODAY, catchUp);
    }

    private List<DayReport> run(LocalDate date, int catchUp) throws InterruptedException {
        return run(SmallCampaign.publishingInto(store), date, catchUp);
    }

    private List<DayReport> run(DayWork work, LocalDate date, int catchUp)
            throws InterruptedException {
        return job(work, pauses::add).run(night(date, catchUp), Optional.empty());
    }

    private Night night(LocalDate date, int catchUp) {
        return new Night(List.of(campaign), date, Optional.empty(), catchUp);
    }

    private NightlyRun job(DayWork work, Pause pause) {
        return new NightlyRun(
                store,
                work,
                new Freshness(ages, Duration.ofSeconds(5)),
                new Retries(3, Duration.ofSeconds(30), Duration.ofMinutes(10), 1),
                new StatusFolder(home.resolve("plans/.status")),
                webhook,
                clock,
                pause,
                told::add);
    }

    private void age(String file, Duration age) {
        try {
            Files.setLastModifiedTime(home.resolve(file), FileTime.from(NOW.minus(age)));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private JsonNode status() throws IOException {
        return new ObjectMapper().readTree(home.resolve("plans/.status/spring.json").toFile());
    }

    private String prometheus() throws IOException {
        return Files.readString(home.resolve("plans/.status/marginal.prom"));
    }

    private static Webhook hook(HttpServer server) {
        return new Webhook(
                URI.create("http://localhost:%d/hook".formatted(server.getAddress().getPort())),
                Duration.ofSeconds(5));
    }

    private static HttpServer server(int answer, List<String> bodies) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    bodies.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
