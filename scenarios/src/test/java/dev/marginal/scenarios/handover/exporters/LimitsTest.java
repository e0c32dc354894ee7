package dev.marginal.scenarios.handover.exporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.handover.Batch;
import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.PlanFacts;
import dev.marginal.scenarios.handover.Send;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What targets take at once, at its worst: ids and names as long as they may be. */
class LimitsTest {
    private static final PlanFacts PLAN =
            new PlanFacts("p".repeat(200), "c".repeat(200), LocalDate.of(2026, 11, 21), "USD", "f");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T09:00:00+08:00");
    private static final HandOverSettings SETTINGS =
            new HandOverSettings(
                    true,
                    new TreeMap<>(Map.of("any", "1")),
                    "\u20AC".repeat(80),
                    10,
                    List.of(),
                    true);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"klaviyo, 1000, 5000000", "customerio, 10000, 25000000", "braze, 50, 25000000"})
    void a_full_chunk_is_within_the_targets_bytes(String target, int sends, long bytes)
            throws IOException {
        Exporter exporter = Exporters.of(target);
        Send send = send("\u0001".repeat(999), "o".repeat(200));
        long room = exporter.limits(SETTINGS).bytes();
        long each = exporter.bytes(PLAN, send);
        int fitting =
                (int) Math.min(exporter.limits(SETTINGS).sends(), each == 0 ? sends : room / each);
        Path file = folder.resolve("body");

        exporter.write(batch(send, fitting), file);

        assertThat(exporter.limits(SETTINGS).sends()).isEqualTo(sends);
        assertThat(Files.size(file)).isLessThanOrEqualTo(bytes);
        if (each > 0) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(fitting * each + bytes - room);
        }
    }

    @Test
    void listmonk_reads_attributes_as_json() throws IOException {
        Path file = folder.resolve("x.csv");

        Exporters.of("listmonk").write(batch(send("c1", "mail_1"), 1), file);

        List<String> rows = Files.readAllLines(file);
        assertThat(rows.get(0)).isEqualTo("email,name,attributes");
        String attributes = rows.get(1).replaceFirst("^ann@example.com,,\"(.*)\"$", "$1");
        JsonNode json = new ObjectMapper().readTree(attributes.replace("\"\"", "\""));
        assertThat(json.at("/marginal/decision_id").asText()).isEqualTo("d");
        assertThat(json.at("/marginal/send_at").asText()).isEqualTo("2026-11-21T09:00:00+08:00");
    }

    @Test
    void an_address_that_an_apostrophe_would_change_is_not_written() {
        Exporter mautic = Exporters.of("mautic");
        HandOverSettings machines =
                new HandOverSettings(false, new TreeMap<>(), "e", 10, List.of(), false);

        assertThat(mautic.takes("ann@example.com", SETTINGS)).isTrue();
        assertThat(mautic.takes("+ann@example.com", SETTINGS)).isFalse();
        assertThat(mautic.takes("+ann@example.com", machines)).isTrue();
        assertThat(mautic.takes("ann", machines)).isFalse();
    }

    @Test
    void names_of_files_stay_in_their_folder() {
        assertThat(FileWords.safe("../../etc/passwd")).isEqualTo("__.._etc_passwd");
        assertThat(FileWords.safe("winter sale/50%")).isEqualTo("winter_sale_50_");
    }

    @Test
    void an_unknown_target_is_told_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> Exporters.of("klavio"))
                .hasMessage(
                        "Target (klavio) must be one of csv, parquet, braze, klaviyo, customerio, mautic, listmonk. Did you mean 'klaviyo'?");
    }

    private static Batch batch(Send send, int sends) {
        Iterable<Send> all = () -> IntStream.range(0, sends).mapToObj(i -> send).iterator();
        Chunk chunk = new Chunk(1, "id", send.offer(), Optional.of(AT.toInstant()), 0, sends);
        return new Batch(PLAN, chunk, SETTINGS, all, sends, Optional.empty());
    }

    private static Send send(String customer, String offer) {
        return new Send(
                "d",
                customer,
                offer,
                "email",
                AT,
                AT.plusDays(3),
                Optional.empty(),
                Optional.of("ann@example.com"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                1,
                1,
                1);
    }
}
