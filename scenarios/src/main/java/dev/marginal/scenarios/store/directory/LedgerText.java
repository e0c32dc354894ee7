package dev.marginal.scenarios.store.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Holder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** A ledger as JSON. */
final class LedgerText {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private LedgerText() {}

    private record Document(String campaign, String date, List<Line> attempts) {}

    private record Line(
            long number,
            String kind,
            String state,
            String folder,
            Holder holder,
            String since,
            String lease,
            SortedMap<String, String> inputs) {}

    static byte[] write(Ledger ledger) throws JsonProcessingException {
        PlanKey key = ledger.key();
        return JSON.writeValueAsBytes(
                new Document(
                        key.campaign(),
                        key.date().toString(),
                        ledger.attempts().stream().map(LedgerText::line).toList()));
    }

    static Ledger read(byte[] text, long version) throws IOException {
        Document document = JSON.readValue(text, Document.class);
        PlanKey key = new PlanKey(document.campaign(), LocalDate.parse(document.date()));
        return new Ledger(
                key,
                version,
                document.attempts().stream().map(line -> attempt(key, line)).toList());
    }

    private static Line line(Attempt attempt) {
        PlanRecord plan = attempt.plan();
        return new Line(
                plan.number(),
                word(plan.kind()),
                word(plan.state()),
                attempt.folder(),
                attempt.holder(),
                attempt.since().toString(),
                attempt.lease().toString(),
                plan.inputs());
    }

    private static Attempt attempt(PlanKey key, Line line) {
        return new Attempt(
                new PlanRecord(
                        key,
                        line.number(),
                        PlanKind.valueOf(line.kind().toUpperCase(Locale.ROOT)),
                        PlanState.valueOf(line.state().toUpperCase(Locale.ROOT)),
                        line.inputs()),
                line.folder(),
                line.holder(),
                Instant.parse(line.since()),
                Duration.parse(line.lease()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
