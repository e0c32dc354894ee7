package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code past} (customer, moment, channel, tags, status, counts, gap, campaign): what the
 * send log told when the plan was made, and what other plans had reserved, of the audience's
 * customers.
 */
record Past(Database database, JsonNode plan, Path folder) {
    private static final String RESERVED = "reserved.parquet";

    /** Makes the table; the claim that the log is the one that was planned with. */
    void create(List<Claim> claims) {
        database.run(
                "create table past (customer varchar, moment bigint, channel varchar, tags varchar[], status varchar, counts boolean, gap bigint, campaign varchar)");
        List<String> changed = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (JsonNode part : CampaignWords.list(plan.path("inputs").path("log"))) {
            Path file = folder.toAbsolutePath().resolve(part.path("path").asText()).normalize();
            boolean same =
                    Files.isRegularFile(file)
                            && Fingerprint.of(file).equals(part.path("sha256").asText());
            if (same) {
                parts.add(Database.quote(file.toString()));
            } else {
                changed.add(part.path("path").asText());
            }
        }
        if (!parts.isEmpty() || !changed.isEmpty()) {
            claims.add(
                    new Claim(
                            "the send log still holds what was planned with",
                            changed.isEmpty(),
                            changed.isEmpty()
                                    ? "%d files".formatted(parts.size())
                                    : "gone or changed: " + String.join(", ", changed)));
        }
        if (!parts.isEmpty()) {
            readLog(parts);
        }
        readReserved();
    }

    /** Of several rows with one decision id, the one with the latest status, the last added. */
    private void readLog(List<String> parts) {
        String files = "[" + String.join(", ", parts) + "]";
        database.run(
                """
                insert into past
                select customer, epoch_us(sent_at) // 1000000, channel, coalesce(string_split(nullif(tags, ''), '|'), []),
                    status, counts = 'true', gap_seconds::bigint, campaign
                from (select * from read_parquet(%1$s, filename = true, file_row_number = true)
                    where customer in (select customer from customers)
                    qualify decision_id = '' or row_number() over (
                        partition by decision_id
                        order by status_at desc, list_position(%1$s, filename) desc, file_row_number desc) = 1)"""
                        .formatted(files));
    }

    private void readReserved() {
        Path file = folder.resolve(RESERVED);
        if (Files.isRegularFile(file)) {
            database.run(
                    """
                    insert into past
                    select customer, moment::bigint, channel, coalesce(string_split(nullif(tags, ''), '|'), []),
                        'planned', true, 0, campaign
                    from read_parquet(%s)"""
                            .formatted(Database.quote(file.toAbsolutePath().toString())));
        }
    }
}
