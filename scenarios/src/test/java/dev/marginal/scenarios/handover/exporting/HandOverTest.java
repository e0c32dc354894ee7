package dev.marginal.scenarios.handover.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.outbox.OtherHandOver;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every target gets of a plan, as files. */
class HandOverTest {
    private static final Pattern DECISION = Pattern.compile("\\ba-\\d{4}-[01]\\b");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "csv,        ''",
        "parquet,    ''",
        "braze,      ''",
        "klaviyo,    ''",
        "customerio, ''",
        "mautic,     email",
        "listmonk,   email"
    })
    void every_send_is_handed_over_once_and_again_in_the_same_bytes(String target, String channel)
            throws IOException {
        SmallHouse house = new SmallHouse(folder, 130);
        Path plan = house.publish(PlanKind.LIVE, "a");
        String[] channels = channel.isEmpty() ? new String[0] : new String[] {channel};
        int expected = channel.isEmpty() ? house.sends() : 65;

        HandOverReport report =
                house.handOver(SmallHouse.NIGHT).run(house.files(plan, target, channels));
        TreeMap<String, String> first = contents(house.out(target));
        delete(folder.resolve("plans/.outbox"));
        delete(house.out(target));
        house.handOver(SmallHouse.NIGHT).run(house.files(plan, target, channels));

        assertThat(report.handedOver()).isEqualTo(expected);
        assertThat(report.isComplete()).isTrue();
        assertThat(contents(house.out(target))).isEqualTo(first);
        if (!target.equals("parquet")) {
            assertThat(decisions(house, report)).doesNotHaveDuplicates().hasSize(expected);
        }
    }

    @Test
    void a_second_run_does_nothing() throws IOException {
        SmallHouse house = new SmallHouse(folder, 30);
        Path plan = house.publish(PlanKind.LIVE, "a");
        house.handOver(SmallHouse.NIGHT).run(house.files(plan, "braze"));
        house.out("braze").toFile().setLastModified(0);
        try (Stream<Path> files = Files.list(house.out("braze"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("jsonl")).toList()) {
                Files.delete(file);
            }
        }

        HandOverReport again = house.handOver(SmallHouse.NIGHT).run(house.files(plan, "braze"));

        assertThat(again.isComplete()).isTrue();
        assertThat(contents(house.out("braze")).keySet())
                .containsExactly("export_report.json", "left_out.csv", "log.csv");
    }

    @Test
    void braze_requests_have_fifty_recipients_one_offer_and_one_time_and_no_broadcast()
            throws IOException {
        SmallHouse house = new SmallHouse(folder, 130);
        Path plan = house.publish(PlanKind.LIVE, "a");

        house.handOver(SmallHouse.NIGHT).run(house.files(plan, "braze"));

        List<JsonNode> requests = lines(house.out("braze"), ".jsonl");
        assertThat(requests).hasSize(2 + 3);
        for (JsonNode request : requests) {
            assertThat(request.get("broadcast").asBoolean(true)).isFalse();
            assertThat(request.get("recipients").size()).isBetween(1, 50);
            String offer = request.at("/trigger_properties/offer").asText();
            assertThat(request.get("campaign_id").asText())
                    .isEqualTo(offer.equals("push_1") ? "11" : "99");
            assertThat(request.at("/schedule/time").asText())
                    .isEqualTo(
                            offer.equals("push_1")
                                    ? "2026-11-21T10:00:00Z"
                                    : "2026-11-21T01:00:00Z");
        }
    }

    @Test
    void mautic_gets_small_files_with_tags_and_plain_times() throws IOException {
        SmallHouse house = new SmallHouse(folder, 130);
        Path plan = house.publish(PlanKind.LIVE, "a");

        HandOverReport report =
                house.handOver(SmallHouse.NIGHT).run(house.files(plan, "mautic", "email"));

        assertThat(report.files()).hasSize(4);
        List<String> rows = Files.readAllLines(house.out("mautic").resolve(report.files().get(0)));
        assertThat(rows).hasSize(21);
        assertThat(rows.get(1))
                .isEqualTo(
                        "c0000@example.com,spring-2026-11-21|spring-2026-11-21:mail_1,mail_1,2026-11-21 01:00:00,2026-11-24 01:00:00,a-0000-1");
    }

    @Test
    void whoever_left_since_the_plan_was_made_is_not_sent_to() throws IOException {
        SmallHouse house = new SmallHouse(folder, 20);
        Path plan = house.publish(PlanKind.LIVE, "a");
        house.people(
                number ->
                        "%s,%s,%s,%s"
                                .formatted(
                                        SmallHouse.id(number),
                                        SmallHouse.zone(number),
                                        number == 0
                                                ? ""
                                                : number == 4
                                                        ? "C0002@example.com"
                                                        : SmallHouse.id(number) + "@example.com",
                                        number == 6 ? "unsubscribed" : "yes"));
        house.write("suppressed.csv", "id\nc0008\n");

        HandOverReport report = house.handOver(SmallHouse.NIGHT).run(house.files(plan, "klaviyo"));

        assertThat(report.dropped())
                .containsEntry("no_address", 1L)
                .containsEntry("no_consent", 1L)
                .containsEntry("duplicate_address", 1L)
                .containsEntry("suppressed", 2L)
                .hasSize(4);
        assertThat(report.handedOver()).isEqualTo(30 - 5);
        assertThat(decisions(house, report))
                .doesNotContain("a-0000-1", "a-0006-1", "a-0004-1", "a-0008-0", "a-0008-1");
        assertThat(report.consentAsked()).isTrue();
        assertThat(report.inputs())
                .extracting("source")
                .containsExactly("people.csv", "suppressed.csv");
    }

    @Test
    void what_is_left_out_is_in_a_file_with_its_reason() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        house.write("suppressed.csv", "id\nc0002\n");

        HandOverReport report = house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv"));

        assertThat(report.leftOut()).isEqualTo(2);
        assertThat(house.read("csv", "left_out.csv"))
                .isEqualTo(
                        """
                        customer,offer,channel,reason,value_forgone,decision_id
                        c0002,push_1,push,suppressed,0.000000,a-0002-0
                        c0002,mail_1,email,suppressed,0.000000,a-0002-1
                        """);
        assertThat(house.read("csv", "export_report.json"))
                .contains("\"handed_over\" : 4", "\"left_out\" : 2");
    }

    @Test
    void a_preview_tells_what_would_go_out_and_writes_nothing() throws IOException {
        SmallHouse house = new SmallHouse(folder, 10);
        Path plan = house.publish(PlanKind.LIVE, "a");
        house.write("suppressed.csv", "id\nc0001\n");

        HandOverReport report =
                house.handOver(SmallHouse.NIGHT).preview(house.files(plan, "braze"));

        assertThat(report.handedOver()).isZero();
        assertThat(report.open()).isEqualTo(14);
        assertThat(report.dropped()).containsExactly(Map.entry("suppressed", 1L));
        assertThat(house.out("braze")).doesNotExist();
        assertThat(folder.resolve("plans/.outbox")).doesNotExist();
        assertThat(house.handOver(SmallHouse.NIGHT).run(house.files(plan, "braze")).handedOver())
                .isEqualTo(14);
        assertThat(
                        house.handOver(SmallHouse.NIGHT)
                                .preview(house.files(plan, "braze"))
                                .handedOver())
                .isEqualTo(14);
    }

    @Test
    void a_campaign_file_that_forgot_its_contacts_sends_nothing() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        Path campaign = folder.resolve("campaign.yml");
        house.write(
                "campaign.yml",
                Files.readString(campaign).replace("contacts: contacts.yml", "seed: 1"));

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "campaign.yml: must name the contacts file, as when the plan was made");
    }

    @Test
    void a_campaign_file_of_another_campaign_sends_nothing() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        Path campaign = folder.resolve("campaign.yml");
        house.write(
                "campaign.yml",
                Files.readString(campaign).replace("campaign: spring", "campaign: summer"));

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "campaign (summer) must be spring, as when the plan was made");
    }

    @Test
    void a_plan_that_is_still_being_made_is_not_sent() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        try (PlanStore store = house.store();
                Claim claim = store.claim(house.key(), PlanKind.LIVE)) {
            house.writePlan(claim.workplace(), PlanKind.LIVE, "a");
            HandOverRequest half = house.files(claim.workplace(), "csv");

            assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(half))
                    .isInstanceOf(PlanInTheWay.class)
                    .hasMessageContaining("is not published: no attempt at the plan of spring");
        }
    }

    @Test
    void a_backfill_that_was_made_to_look_like_a_plan_is_not_sent() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.BACKFILL, "a");
        Path json = plan.resolve("plan.json");
        Files.writeString(json, Files.readString(json).replace("backfill", "live"));

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(NotForSending.class);
    }

    @Test
    void half_a_folder_is_not_sent() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        Files.delete(plan.resolve("sends.csv"));

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(NotAudited.class)
                .hasMessageContaining("(sends.csv); nothing was sent");
        Files.delete(plan.resolve("sends.parquet"));
        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a plan folder: it has no sends.parquet");
    }

    @Test
    void what_expired_is_not_sent() {
        SmallHouse house = new SmallHouse(folder, 20);
        Path plan = house.publish(PlanKind.LIVE, "a");

        HandOverReport report =
                house.handOver(Instant.parse("2026-11-24T02:00:00Z"))
                        .run(house.files(plan, "klaviyo"));

        assertThat(report.dropped()).containsExactly(Map.entry("expired", 10L));
        assertThat(report.handedOver()).isEqualTo(20);
    }

    @Test
    void the_log_tells_what_was_attempted_and_what_was_not() throws IOException {
        SmallHouse house = new SmallHouse(folder, 2);
        house.write("suppressed.csv", "id\nc0001\n");
        Path plan = house.publish(PlanKind.LIVE, "a");

        house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv"));

        assertThat(Files.readAllLines(house.out("csv").resolve("log.csv")))
                .containsExactly(
                        "customer,channel,sent_at,status,campaign,offer,tags,decision_id,counts,cost",
                        "c0000,push,2026-11-21T18:00:00+08:00,attempted,spring,push_1,app|promo,a-0000-0,true,0.010000",
                        "c0000,email,2026-11-21T09:00:00+08:00,attempted,spring,mail_1,,a-0000-1,true,0.010000",
                        "c0001,push,2026-11-21T18:00:00+08:00,cancelled,spring,push_1,app|promo,a-0001-0,true,0.010000");
    }

    @Test
    void the_plain_csv_has_the_canonical_columns_and_numbers_stay_numbers() throws IOException {
        SmallHouse house = new SmallHouse(folder, 2);
        Path plan = house.publish(PlanKind.LIVE, "a");

        HandOverReport report = house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv"));

        assertThat(report.files()).containsExactly("spring-2026-11-21.csv");
        assertThat(Files.readAllLines(house.out("csv").resolve("spring-2026-11-21.csv")))
                .startsWith(
                        "plan_id,plan_date,decision_id,idempotency_key,user_id,channel,campaign_id,offer_id,send_at,timezone,expires_at,exp_incremental_gmv,exp_cost,exp_value,order_probability,propensity",
                        "spring-2026-11-21,2026-11-21,a-0000-0,a-0000-0,c0000,push,spring,push_1,2026-11-21T18:00:00+08:00,Asia/Singapore,2026-11-24T18:00:00+08:00,0.25,0.010000,-1.500000,0.000010,1.0");
    }

    @Test
    void a_backfill_is_never_sent() {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.BACKFILL, "a");

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(NotForSending.class)
                .hasMessageContaining("is a backfill");
    }

    @Test
    void a_superseded_plan_is_not_sent_and_the_new_one_skips_what_was_sent() {
        SmallHouse house = new SmallHouse(folder, 10);
        Path old = house.publish(PlanKind.LIVE, "a");
        house.handOver(SmallHouse.NIGHT).run(house.files(old, "braze", "push"));
        Path plan = house.publish(PlanKind.LIVE, "b");

        assertThatThrownBy(
                        () ->
                                house.handOver(SmallHouse.NIGHT)
                                        .run(house.files(old, "braze", "email")))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("is not the published plan of spring 2026-11-21");
        HandOverReport report = house.handOver(SmallHouse.NIGHT).run(house.files(plan, "klaviyo"));
        assertThat(report.dropped()).containsExactly(Map.entry("already_sent", 10L));
        assertThat(report.handedOver()).isEqualTo(5);
    }

    @Test
    void a_changed_file_is_not_sent() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        Files.writeString(plan.resolve("sends.csv"), "customer\n");

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(house.files(plan, "csv")))
                .isInstanceOf(NotAudited.class)
                .hasMessageContaining("is not as it was when it was audited (sends.csv)");
    }

    @Test
    void a_folder_outside_every_store_is_audited_first() throws IOException {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        HandOver alone =
                new HandOver(
                        house.handOver(SmallHouse.NIGHT).reader(),
                        house.handOver(SmallHouse.NIGHT).clock(),
                        time -> {},
                        List.of(),
                        Progress.SILENT);

        assertThatThrownBy(() -> alone.run(house.files(plan, "csv")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a plan folder: it has no campaign.yml");
    }

    @Test
    void two_targets_do_not_get_the_same_sends_unless_asked() {
        SmallHouse house = new SmallHouse(folder, 10);
        Path plan = house.publish(PlanKind.LIVE, "a");
        HandOver handOver = house.handOver(SmallHouse.NIGHT);
        handOver.run(house.files(plan, "csv"));
        handOver.run(house.files(plan, "mautic", "email"));

        assertThatThrownBy(() -> handOver.run(house.files(plan, "klaviyo")))
                .isInstanceOf(OtherHandOver.class)
                .hasMessageContaining(
                        "Sends of spring-2026-11-21 over email were handed to mautic already");
        assertThat(handOver.run(house.files(plan, "klaviyo", "push")).handedOver()).isEqualTo(10);
    }

    @Test
    void other_settings_are_refused_once_something_was_handed_over() {
        SmallHouse house = new SmallHouse(folder, 10);
        Path plan = house.publish(PlanKind.LIVE, "a");
        HandOver handOver = house.handOver(SmallHouse.NIGHT);
        handOver.run(house.files(plan, "braze"));
        HandOverRequest same = house.files(plan, "braze");
        HandOverRequest elsewhere =
                new HandOverRequest(
                        plan,
                        same.exporter(),
                        same.settings(),
                        house.out("elsewhere"),
                        Optional.empty(),
                        same.resend(),
                        same.skip(),
                        false,
                        false);

        assertThatThrownBy(() -> handOver.run(elsewhere))
                .isInstanceOf(OtherHandOver.class)
                .hasMessageContaining("was begun with other settings")
                .hasMessageContaining("to: " + house.out("braze"));
    }

    @Test
    void every_mistake_of_a_request_is_told() {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");

        assertThatThrownBy(
                        () ->
                                house.handOver(SmallHouse.NIGHT)
                                        .run(house.files(plan, "listmonk", "push", "e-mail")))
                .hasMessageContaining(
                        "--channel (e-mail) must be one of email, push. Did you mean 'email'?")
                .hasMessageContaining(
                        "must know addresses of channel push. Name their column in the contacts file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"braze", "customerio"})
    void a_target_must_know_which_campaign_delivers_an_offer(String target) {
        SmallHouse house = new SmallHouse(folder, 4);
        Path plan = house.publish(PlanKind.LIVE, "a");
        HandOverRequest asked = house.files(plan, target);
        HandOverRequest nameless =
                new HandOverRequest(
                        plan,
                        asked.exporter(),
                        HandOverSettings.usual(),
                        asked.out(),
                        Optional.empty(),
                        asked.resend(),
                        asked.skip(),
                        false,
                        false);

        assertThatThrownBy(() -> house.handOver(SmallHouse.NIGHT).run(nameless))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Say with --campaign mail_1=ID which")
                .hasMessageContaining("Say with --campaign push_1=ID which");
    }

    private static List<String> decisions(SmallHouse house, HandOverReport report)
            throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : report.files()) {
            String text = Files.readString(house.out(report.target()).resolve(name));
            if (report.target().equals("csv")) {
                text = text.replaceAll("(?m)^(?:[^,]*,){3}", "");
            }
            if (report.target().equals("klaviyo")) {
                text = text.replaceAll("\"decision_id\":\"[^\"]*\"", "");
            }
            Matcher matcher = DECISION.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    private static List<JsonNode> lines(Path folder, String ending) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    nodes.add(new ObjectMapper().readTree(line));
                }
            }
        }
        return nodes;
    }

    private static TreeMap<String, String> contents(Path folder) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Fingerprint.of(file));
            }
        }
        return contents;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
