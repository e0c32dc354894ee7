package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * That {@code not_sent.csv} is complete, adds up to what plan.json states, and that gates were
 * closed for the reasons it tells. Its offers that gates closed become the table {@code gated}.
 */
record NotSentClaims(Database database, JsonNode plan, Path folder) {
    private static final String GATES =
            "'holdout', 'no_address', 'no_consent', 'suppressed', 'duplicate_address', 'quiet_hours', 'expired', 'cap', 'exploration', 'kept_for_later'";

    /** Makes {@code not_sent} and {@code gated}, empty for a plan that tells no reasons. */
    boolean create() {
        return create("true");
    }

    /** The same of those lines only that fulfil a condition. */
    boolean create(String which) {
        Path file = folder.resolve("not_sent.csv");
        Path part = folder.resolve("not_sent.parquet");
        boolean told = Files.isRegularFile(file) || Files.isRegularFile(part);
        String rows =
                told
                        ? """
                          select customer, offer, channel, reason, split_part(reason, ':', 1) as code,
                              (value_forgone::decimal(18, 6) * 1000000)::bigint as micros
                          from %s"""
                                .formatted(Files.isRegularFile(part) ? parquet(part) : csv(file))
                        : "select '' as customer, '' as offer, '' as channel, '' as reason, '' as code, 0::bigint as micros where false";
        database.run("create table not_sent as select * from (%s) where %s".formatted(rows, which));
        database.run(
                "create table gated as select customer, offer, reason, code from not_sent where code in (%s)"
                        .formatted(GATES));
        return told;
    }

    private static String csv(Path file) {
        return "read_csv(%s, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
                .formatted(Database.quote(file.toAbsolutePath().toString()));
    }

    private static String parquet(Path file) {
        return "read_parquet(%s)".formatted(Database.quote(file.toAbsolutePath().toString()));
    }

    void addTo(List<Claim> claims) {
        addOfPartTo(claims);
        claims.add(totals());
    }

    /** Those that hold of any part of the customers by itself. */
    void addOfPartTo(List<Claim> claims) {
        long missing =
                count(
                        "select count(*) from book anti join sends using (customer, offer) anti join not_sent using (customer, offer)");
        long tooMuch =
                count("select count(*) from not_sent semi join sends using (customer, offer)")
                        + count(
                                "select count(*) from not_sent anti join book using (customer, offer)")
                        + count(
                                "select count(*) - count(distinct (customer, offer)) from not_sent");
        claims.add(
                new Claim(
                        "every offer that a customer is not sent has one reason",
                        missing + tooMuch == 0,
                        "%,d without, %,d too many".formatted(missing, tooMuch)));
        long off =
                count(
                        "select count(*) from not_sent join book using (customer, offer) where abs(micros - greatest(0, value_micros)) > 1");
        claims.add(
                Claim.none(
                        "what is forgone is the value of what is not sent",
                        off,
                        "are off by more than a millionth"));
    }

    /** That values and sends bear out the reasons that no gate gives; expects {@code held}. */
    void addChoicesTo(List<Claim> claims) {
        long worth =
                count(
                        "select count(*) from not_sent join book using (customer, offer) where code = 'negative_value' and value_micros > 0 or code in ('budget', 'below_price', 'better_chosen') and value_micros <= 0");
        claims.add(
                Claim.none(
                        "what is told to be worth nothing is, and nothing else",
                        worth,
                        "are not so"));
        long alone =
                count(
                        "select count(*) from not_sent where code = 'better_chosen' and customer not in (select customer from sends)");
        claims.add(
                Claim.none(
                        "something is sent wherever it is told to be better",
                        alone,
                        "customers are sent nothing"));
        long otherwise =
                count(
                        "select count(*) from not_sent where code <> 'holdout' and customer in (select customer from held)");
        claims.add(
                Claim.none(
                        "whoever is held out is told so of every offer",
                        otherwise,
                        "told otherwise"));
    }

    private Claim totals() {
        List<Map<String, Object>> found =
                database.rows(
                        "select reason, count(*) as sends, sum(micros)::varchar as micros from not_sent group by reason");
        List<JsonNode> stated = CampaignWords.list(plan.path("not_sent"));
        boolean same =
                stated.size() == found.size()
                        && stated.stream()
                                .allMatch(
                                        line -> found.stream().anyMatch(row -> isSame(line, row)));
        return new Claim(
                "the reasons add up to what plan.json states", same, found.size() + " reasons");
    }

    private static boolean isSame(JsonNode line, Map<String, Object> row) {
        BigDecimal forgone = new BigDecimal(row.get("micros").toString()).movePointLeft(6);
        return line.path("reason").asText().equals(row.get("reason"))
                && line.path("sends").asLong() == ((Number) row.get("sends")).longValue()
                && CampaignWords.money(line.path("value_forgone")).compareTo(forgone) == 0;
    }

    /** That every closed gate was truly closed; expects the tables of contacts. */
    void addGatesTo(List<Claim> claims) {
        long wrong =
                wrong(
                                "holdout",
                                "customer in (select customer from held where 'holdout:' || holdout = reason)")
                        + wrong(
                                "no_address",
                                "exists (from reach where reach.customer = gated.customer and reach.channel = said.channel and not reachable)")
                        + wrong(
                                "no_consent",
                                "exists (from reach where reach.customer = gated.customer and reach.channel = said.channel and not agreed)")
                        + wrong(
                                "suppressed",
                                "(gated.customer, said.channel) in (select (customer, channel) from suppressed)")
                        + wrong(
                                "duplicate_address",
                                "gated.customer in (from kept_out) or (gated.customer, said.channel) in (select (customer, channel) from sharing)")
                        + wrong("quiet_hours", state("quiet"))
                        + wrong("expired", state("expired"))
                        + wrong("exploration", "gated.customer in (from exploring)");
        claims.add(
                Claim.none(
                        "whatever may not be sent may not be sent for the reason that is told",
                        wrong,
                        "are not so"));
    }

    /**
     * That contacts are kept only under a cap, where the house looks ahead, and for whom it says.
     */
    void addKeptTo(List<Claim> claims, List<CapLine> caps, boolean looksAhead) {
        if (!looksAhead && count("select count(*) from gated where code = 'kept_for_later'") == 0) {
            return;
        }
        String capped =
                caps.isEmpty()
                        ? "false"
                        : String.join(" or ", caps.stream().map(cap -> cap.holds(caps)).toList());
        List<String> running = CampaignWords.words(plan.path("look_ahead").path("campaigns"));
        String known =
                running.isEmpty()
                        ? "false"
                        : "split_part(reason, ':', 2) in (%s)"
                                .formatted(AuditTables.listed(running));
        long wrong =
                wrong(
                        "kept_for_later",
                        "%b and obeys and (%s) and %s".formatted(looksAhead, capped, known));
        claims.add(
                Claim.none(
                        "contacts are kept for later under a cap alone, and for a campaign that runs later",
                        wrong,
                        "are not"));
    }

    /** That a cap keeps back all that it forbids at its time, and nothing else. */
    void addCapsTo(List<Claim> claims, List<CapLine> caps) {
        for (int cap = 0; cap < caps.size(); cap++) {
            String id = caps.get(cap).id();
            long wrong =
                    count(
                            "select count(*) from gated anti join (select customer, offer from blocked where cap = %d) using (customer, offer) where reason = %s"
                                    .formatted(cap, Database.quote("cap:" + id)));
            claims.add(
                    Claim.none(
                            "what cap %s keeps back would break it".formatted(id),
                            wrong,
                            "would not"));
        }
    }

    private static String state(String state) {
        return "exists (from due join zoned on zoned.zone is not distinct from due.zone where zoned.customer = gated.customer and due.offer = gated.offer and state = '%s')"
                .formatted(state);
    }

    private long wrong(String code, String truth) {
        if (count("select count(*) from gated where code = '%s'".formatted(code)) == 0) {
            return 0;
        }
        return count(
                "select count(*) from gated join said using (offer) where code = '%s' and not (%s)"
                        .formatted(code, truth));
    }

    private long count(String sql) {
        return Queries.count(database, sql);
    }
}
