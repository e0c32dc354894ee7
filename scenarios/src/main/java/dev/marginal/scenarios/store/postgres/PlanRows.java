package dev.marginal.scenarios.store.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.local.Holder;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of {@code marginal.plan}: the ledger. Time is the server's throughout. */
final class PlanRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "campaign = ? AND day = ?";
    private static final String OPEN = "state IN ('reserved', 'built', 'audited')";

    private final Transaction transaction;

    PlanRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Keeps everybody else from claiming this key and publishing its plan until the end. */
    void lock(PlanKey key) throws SQLException, IOException {
        transaction.lock("marginal plan " + key);
    }

    Optional<PlanRecord> published(PlanKey key) throws SQLException, IOException {
        return records(KEY + " AND state = 'published'", key.campaign(), key.date()).stream()
                .findFirst();
    }

    /** Every attempt of these days, by date, campaign and number. */
    List<PlanRecord> between(LocalDate from, LocalDate to) throws SQLException, IOException {
        return records("day BETWEEN ? AND ?", from, to);
    }

    /** Who has the key in hand. */
    Optional<OpenAttempt> open(PlanKey key) throws SQLException, IOException {
        return transaction.one(
                PlanRows::openAttempt,
                """
                SELECT host, machine, process, started, since, extract(epoch FROM lease) * 1000,
                       lease_until > clock_timestamp()
                FROM marginal.plan WHERE %s AND %s"""
                        .formatted(KEY, OPEN),
                key.campaign(),
                key.date());
    }

    /** Who has the key in hand, or had it last. */
    String latestHolder(PlanKey key) throws SQLException, IOException {
        return transaction
                .one(
                        row -> "process %d on %s".formatted(row.getLong(1), row.getString(2)),
                        "SELECT process, host FROM marginal.plan WHERE %s ORDER BY number DESC"
                                .formatted(KEY),
                        key.campaign(),
                        key.date())
                .orElse("another process");
    }

    /**
     * Cuts a lease short that runs for longer than it was given: the server's clock was put back.
     */
    void cutShort(PlanKey key) throws SQLException {
        transaction.change(
                """
                UPDATE marginal.plan SET lease_until = clock_timestamp() + lease
                WHERE %s AND %s AND lease_until > clock_timestamp() + lease"""
                        .formatted(KEY, OPEN),
                key.campaign(),
                key.date());
    }

    /** A new attempt; one that was open has failed. */
    PlanRecord reserve(PlanKey key, PlanKind kind, Holder holder, Duration lease)
            throws SQLException, IOException {
        transaction.change(
                "UPDATE marginal.plan SET state = 'failed' WHERE %s AND %s".formatted(KEY, OPEN),
                key.campaign(),
                key.date());
        transaction.change(
                """
                INSERT INTO marginal.plan (campaign, day, number, kind, state, host, machine, process,
                                           started, since, lease, lease_until)
                SELECT k.campaign, k.day,
                       1 + (SELECT coalesce(max(number), 0) FROM marginal.plan p
                            WHERE p.campaign = k.campaign AND p.day = k.day),
                       ?, 'reserved', ?, ?, ?, ?, clock_timestamp(), k.lease, clock_timestamp() + k.lease
                FROM (SELECT ? AS campaign, ?::date AS day, ? * interval '1 millisecond' AS lease) k""",
                word(kind),
                holder.host(),
                holder.machine(),
                holder.process(),
                holder.started(),
                key.campaign(),
                key.date(),
                lease.toMillis());
        return records(KEY + " AND " + OPEN, key.campaign(), key.date()).get(0);
    }

    /** Keeps the lease; whether the attempt is still open: the fence. */
    boolean renew(PlanRecord attempt) throws SQLException {
        return changeOpen(attempt, "lease_until = clock_timestamp() + lease");
    }

    /** Brings an open attempt to a record's state and inputs; whether it was still open. */
    boolean reach(PlanRecord attempt) throws SQLException, IOException {
        return changeOpen(
                attempt,
                "lease_until = clock_timestamp() + lease, state = ?, inputs = ?",
                word(attempt.state()),
                JSON.writeValueAsString(attempt.inputs()));
    }

    /** A published plan has been superseded. */
    void supersede(PlanRecord published) throws SQLException {
        transaction.change(
                "UPDATE marginal.plan SET state = 'superseded' WHERE %s AND number = ?"
                        .formatted(KEY),
                published.key().campaign(),
                published.key().date(),
                published.number());
    }

    private boolean changeOpen(PlanRecord attempt, String set, Object... values)
            throws SQLException {
        List<Object> all = new ArrayList<>(List.of(values));
        all.addAll(List.of(attempt.key().campaign(), attempt.key().date(), attempt.number()));
        String change =
                "UPDATE marginal.plan SET %s WHERE %s AND number = ? AND %s"
                        .formatted(set, KEY, OPEN);
        return transaction.change(change, all.toArray()) == 1;
    }

    private List<PlanRecord> records(String where, Object... values)
            throws SQLException, IOException {
        return transaction.all(
                PlanRows::record,
                """
                SELECT campaign, day, number, kind, state, inputs FROM marginal.plan WHERE %s
                ORDER BY day, campaign COLLATE "C", number"""
                        .formatted(where),
                values);
    }

    private static PlanRecord record(ResultSet row) throws SQLException, IOException {
        return new PlanRecord(
                new PlanKey(row.getString(1), row.getObject(2, LocalDate.class)),
                row.getLong(3),
                PlanKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                PlanState.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                JSON.readValue(row.getString(6), new TypeReference<TreeMap<String, String>>() {}));
    }

    private static OpenAttempt openAttempt(ResultSet row) throws SQLException {
        return new OpenAttempt(
                new Holder(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong(6)),
                row.getBoolean(7));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
