package dev.marginal.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider that gets what {@code marginal export} wrote, and reports what became of it: most is
 * sent, some bounces, some leaves an hour and a half late, some never leaves, and of some it knows
 * only a day later that it arrived.
 */
final class SimulatedSender {
    private static final String HEADER =
            "customer,channel,sent_at,status,status_at,campaign,offer,tags,decision_id,cost\n";
    private static final Duration LATE = Duration.ofMinutes(90);

    private final List<Send> taken = new ArrayList<>();
    private Instant reported = Instant.MIN;

    private record Send(
            String customer,
            String channel,
            Instant at,
            String campaign,
            String offer,
            String tags,
            String decision,
            String cost) {

        /** A send as the hand-over's log.csv tells of it. */
        static Send of(String line) {
            String[] cells = line.split(",", -1);
            return new Send(
                    cells[0],
                    cells[1],
                    OffsetDateTime.parse(cells[2]).toInstant(),
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[7],
                    cells[9]);
        }

        /** 0 to 255, as good as drawn. */
        int fate() {
            return Integer.parseInt(decision.substring(0, 2), 16);
        }

        boolean fails() {
            return fate() < 12;
        }

        boolean isToldOfTwice() {
            return fate() >= 48 && fate() < 80;
        }

        Instant left() {
            return fate() >= 24 && fate() < 48 ? at.plus(LATE) : at;
        }

        String status() {
            return fails()
                    ? "failed"
                    : isToldOfTwice() ? "attempted" : fate() < 24 ? "bounced" : "sent";
        }

        String row(String status, Instant since) {
            return String.join(
                    ",",
                    customer,
                    channel,
                    left().toString(),
                    status,
                    since.toString(),
                    campaign,
                    offer,
                    tags,
                    decision,
                    cost);
        }
    }

    /** Takes what was handed over to be sent; not what the hand-over dropped. */
    void take(Path handOverLog) {
        lines(handOverLog).stream()
                .skip(1)
                .filter(line -> line.contains(",attempted,"))
                .map(Send::of)
                .forEach(taken::add);
    }

    /** Reports all that became known since the report before. */
    void report(Instant until, Path file) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (Send send : taken) {
            if (isNew(send.left(), until)) {
                rows.append(send.row(send.status(), send.left())).append('\n');
            }
            Instant arrived = send.left().plus(Duration.ofDays(1));
            if (send.isToldOfTwice() && isNew(arrived, until)) {
                rows.append(send.row("delivered", arrived)).append('\n');
            }
        }
        reported = until;
        write(file, rows.toString());
    }

    private boolean isNew(Instant time, Instant until) {
        return !time.isBefore(reported) && time.isBefore(until);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
