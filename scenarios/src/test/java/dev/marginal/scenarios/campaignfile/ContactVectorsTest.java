package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.contacts.AllowanceCalculator;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.contacts.TimetableMaker;
import dev.marginal.tables.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The vectors that other engines can be asked as well. */
class ContactVectorsTest {
    private static final Path VECTORS = Path.of("../examples/contact-rules/vectors.json");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> caps_are_as_the_vectors_say() throws IOException {
        return vectors("caps").map(one -> DynamicTest.dynamicTest(name(one), () -> checkCap(one)));
    }

    @TestFactory
    Stream<DynamicTest> times_are_as_the_vectors_say() throws IOException {
        return vectors("times")
                .map(one -> DynamicTest.dynamicTest(name(one), () -> checkTime(one)));
    }

    @Test
    void the_file_to_start_from_reads_well() {
        assertThat(ContactsFileReader.read(VECTORS.resolveSibling("contacts.yml")).policy().caps())
                .hasSize(5);
    }

    private static Stream<JsonNode> vectors(String kind) throws IOException {
        JsonNode all = new ObjectMapper().readTree(VECTORS.toFile());
        assertThat(all.path(kind)).isNotEmpty();
        return StreamSupport.stream(all.path(kind).spliterator(), false);
    }

    private static String name(JsonNode vector) {
        return vector.path("name").asText();
    }

    private void checkCap(JsonNode vector) throws IOException {
        ContactPolicy policy = policy(vector);
        JsonNode send = vector.path("send");
        long at = seconds(send.path("at"));
        Message message = message(send, send.path("obeys").asBoolean(true), true);
        CustomerZones zones = zones(vector);
        long[][] times = new long[zones.zones().size() + 1][1];
        Stream.of(times).forEach(zone -> zone[0] = at);
        Allowances allowances =
                AllowanceCalculator.allowances(
                        policy.caps(),
                        new Timetable(List.of(message), zones, times),
                        history(vector.path("history")),
                        new Execution(1));
        byte by = allowances.blockedBy()[0][0];
        String capped = by == Allowances.FREE ? null : policy.caps().get(by).id();
        assertThat(capped).isEqualTo(vector.path("capped_by").textValue());
    }

    private void checkTime(JsonNode vector) throws IOException {
        long at =
                TimetableMaker.timetable(
                                policy(vector),
                                LocalDate.parse(vector.path("date").asText()),
                                List.of(Message.marketing(vector.path("channel").asText())),
                                zones(vector))
                        .at(0, 0);
        String expected = vector.path("goes_out").asText();
        switch (expected) {
            case "quiet" -> assertThat(at).isEqualTo(Timetable.QUIET);
            case "expired" -> assertThat(at).isEqualTo(Timetable.EXPIRED);
            default ->
                    assertThat(Instant.ofEpochSecond(at))
                            .isEqualTo(OffsetDateTime.parse(expected).toInstant());
        }
    }

    /** JSON is YAML. */
    private ContactPolicy policy(JsonNode vector) throws IOException {
        Path file = folder.resolve("contacts.yml");
        return ContactsFileReader.read(Files.writeString(file, vector.path("contacts").toString()))
                .policy();
    }

    private static CustomerZones zones(JsonNode vector) {
        JsonNode zone = vector.path("customer_zone");
        return zone.isNull()
                ? CustomerZones.unknown(1)
                : new CustomerZones(List.of(ZoneId.of(zone.asText())), new short[] {0});
    }

    private static PastSends history(JsonNode sends) {
        List<JsonNode> sorted = new ArrayList<>();
        sends.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(send -> seconds(send.path("sent_at"))));
        char[] kind = new char[sorted.size()];
        for (int i = 0; i < kind.length; i++) {
            kind[i] = (char) i;
        }
        return new PastSends(
                sorted.stream().map(ContactVectorsTest::kind).toList(),
                new int[] {0, sorted.size()},
                sorted.stream().mapToLong(send -> seconds(send.path("sent_at"))).toArray(),
                kind);
    }

    private static PastSends.Kind kind(JsonNode send) {
        String status = send.path("status").asText("sent").toUpperCase(Locale.ROOT);
        String hours = send.path("gap").asText("0 hours");
        return new PastSends.Kind(
                message(send, true, send.path("counts").asBoolean(true)),
                SendStatus.valueOf(status),
                "spring",
                3_600 * Integer.parseInt(hours.substring(0, hours.indexOf(' '))));
    }

    private static Message message(JsonNode send, boolean obeys, boolean counts) {
        List<String> tags = new ArrayList<>();
        send.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new Message(send.path("channel").asText(), tags, obeys, counts);
    }

    private static long seconds(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toEpochSecond();
    }
}
