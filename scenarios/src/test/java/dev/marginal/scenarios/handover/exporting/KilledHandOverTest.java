package dev.marginal.scenarios.handover.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.store.PlanKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-overs that are killed at random moments, again and again. */
class KilledHandOverTest {
    private static final int KILLS = 5;
    private static final int CUSTOMERS = 4_000;

    @TempDir Path folder;

    @Test
    void nobody_is_sent_anything_twice_by_a_service_that_forgives_nothing() throws Exception {
        try (CountingService service = new CountingService()) {
            SmallHouse house = new SmallHouse(folder, CUSTOMERS);
            Path plan = house.publish(PlanKind.LIVE, "a");
            killAgainAndAgain(plan, "braze", service.url().toString(), 1);

            JsonNode report = finish(plan, "braze", service.url().toString());

            assertThat(service.accepted().values()).containsOnly(1);
            int accepted = service.accepted().size();
            assertThat(accepted).isLessThanOrEqualTo(house.sends());
            assertThat(report.get("handed_over").asInt() + report.get("unknown").asInt())
                    .isEqualTo(house.sends());
            assertThat(accepted).isGreaterThanOrEqualTo(report.get("handed_over").asInt());
        }
    }

    @Test
    void everybody_is_sent_to_by_a_service_that_knows_repeats() throws Exception {
        try (CountingService service = new CountingService()) {
            SmallHouse house = new SmallHouse(folder, CUSTOMERS);
            Path plan = house.publish(PlanKind.LIVE, "a");
            killAgainAndAgain(plan, "klaviyo", service.url().toString(), 2);

            JsonNode report = finish(plan, "klaviyo", service.url().toString());

            assertThat(report.get("complete").asBoolean()).isTrue();
            assertThat(service.accepted()).hasSize(house.sends());
        }
    }

    @Test
    void files_that_are_taken_away_at_once_never_come_again() throws Exception {
        SmallHouse house = new SmallHouse(folder, CUSTOMERS);
        Path plan = house.publish(PlanKind.LIVE, "a");
        Map<String, Integer> taken = new HashMap<>();
        Random random = new Random(3);
        for (int kill = 0; kill < KILLS; kill++) {
            kill(OtherHand.start(folder, plan, "mautic", ""), random);
            take(taken);
        }

        JsonNode report = finish(plan, "mautic", "");
        take(taken);

        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(taken).hasSize(CUSTOMERS / 2 / 20);
        assertThat(taken.values()).containsOnly(1);
    }

    private void killAgainAndAgain(Path plan, String target, String url, long seed)
            throws Exception {
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            kill(OtherHand.start(folder, plan, target, url), random);
        }
    }

    /** Waits until it has begun to hand over, and a little longer. */
    private void kill(Process process, Random random) throws Exception {
        long before = steps();
        while (process.isAlive() && steps() == before) {
            Thread.sleep(2);
        }
        Thread.sleep(random.nextInt(60));
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** The bytes of all steps; where a file is renamed while they are looked at, looks again. */
    private long steps() throws IOException {
        Path outbox = folder.resolve("plans/.outbox");
        if (!Files.exists(outbox)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(outbox)) {
            return files.filter(path -> path.endsWith("steps.jsonl"))
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        } catch (UncheckedIOException moved) {
            assertThat(moved).hasCauseInstanceOf(NoSuchFileException.class);
            return steps();
        }
    }

    private JsonNode finish(Path plan, String target, String url) throws Exception {
        Process process = OtherHand.start(folder, plan, target, url);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("hand.txt"))).isZero();
        return new ObjectMapper().readTree(folder.resolve("out/export_report.json").toFile());
    }

    private void take(Map<String, Integer> taken) throws IOException {
        if (!Files.exists(folder.resolve("out"))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file :
                    files.filter(
                                    path ->
                                            path.getFileName()
                                                    .toString()
                                                    .matches("[^.].*-mautic-.*csv"))
                            .toList()) {
                taken.merge(file.getFileName().toString(), 1, Integer::sum);
                Files.delete(file);
            }
        }
    }
}
