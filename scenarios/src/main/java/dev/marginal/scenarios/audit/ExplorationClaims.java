package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.List;

/**
 * That those who explore are sent what they draw, and that everyone's propensity is that of the
 * draw. The tables {@code exploring} (customer) and {@code drawn} (customer, k, arm).
 */
record ExplorationClaims(Database database, CampaignWords words, JsonNode plan, Path folder) {
    private static final double PLAY = 1e-12;

    boolean create() {
        JsonNode exploration = words.of("exploration");
        if (!exploration.isObject()) {
            database.run("create table exploring (customer varchar)");
            return false;
        }
        String hash =
                Holdouts.hash(
                        exploration.path("salt").asText(),
                        "concat(%s, chr(10), customer)"
                                .formatted(Database.quote(plan.path("date").asText())));
        database.run(
                """
                create table draw as
                select customer, k, open, (%s >> 11)::double / 9007199254740992 as u, (%s >> 11)::double / 9007199254740992 as w
                from (select customer, %s as hash from customers) left join (
                    select customer, count(*) as k, list(offer order by number) as open
                    from (%s) join (%s) using (offer) group by customer) using (customer)"""
                        .formatted(
                                Holdouts.number("hash", 0),
                                Holdouts.number("hash", 1),
                                hash,
                                openPairs(),
                                numbers()));
        database.run(
                "create table exploring as select customer from draw where coalesce(k, 0) > 0 and u < "
                        + share());
        return true;
    }

    /** What was open to draw from: all that no gate but the draw itself closed. */
    private static String openPairs() {
        return "select customer, offer from book anti join (from gated where code not in ('exploration', 'kept_for_later')) using (customer, offer)";
    }

    /** The offers in the campaign's order, the order of the draw. */
    private String numbers() {
        StringBuilder values = new StringBuilder();
        int number = 0;
        for (CampaignWords.OfferLine offer : words.offers()) {
            values.append(number == 0 ? "" : ", ")
                    .append("(%s, %d)".formatted(Database.quote(offer.offer()), number++));
        }
        return "select * from (values " + values + ") offers(offer, number)";
    }

    private double share() {
        return CampaignWords.money(words.of("exploration").path("share")).doubleValue();
    }

    void addTo(List<Claim> claims) {
        database.run(
                """
                create table arms as
                select customer, count(sends.offer) as n, coalesce(any_value(sends.offer), '') as offer,
                    coalesce(string_agg(sends.offer, '+' order by sends.offer), 'none') as arm
                from customers left join sends using (customer) group by customer""");
        long other =
                count(
                        """
                        select count(*) from draw semi join exploring using (customer) join arms using (customer)
                        where n > 1 or not %b and arms.offer <> case when floor(w * (k + 1)) = 0 then '' else open[floor(w * (k + 1))::integer] end"""
                                .formatted(together()));
        claims.add(
                new Claim(
                        "whoever explores is sent what the draw says",
                        other == 0,
                        "%,d explore, %,d are sent something else"
                                .formatted(count("select count(*) from exploring"), other)));
        claims.add(propensities());
    }

    /**
     * An arm that can be drawn has share / (k + 1); what the plan chooses has 1 − share more. What
     * it would choose for those who explore is not seen, so that they may have either.
     */
    private Claim propensities() {
        String file = folder.resolve("assignments.parquet").toAbsolutePath().toString();
        long off =
                count(
                        """
                        select count(*) from arms left join read_parquet(%1$s) assigned using (customer) left join draw using (customer)
                        where assigned.arm is distinct from arms.arm or not case
                            when %4$b then propensity > 0 and propensity <= 1
                            when k is null then propensity = 1
                            else (abs(propensity - if(n <= 1, %2$s / (k + 1), 0) - (1 - %2$s)) < %3$s
                                or customer in (from exploring) and abs(propensity - %2$s / (k + 1)) < %3$s) end"""
                                .formatted(Database.quote(file), share(), PLAY, together()));
        long unequal =
                count(
                        "select count(*) from sends join read_parquet(%s) assigned using (customer) where abs(sends.propensity::double - assigned.propensity) > 1e-9"
                                .formatted(Database.quote(file)));
        return Claim.none(
                "everyone's arm has the propensity that the draw gives it",
                off + unequal,
                "are off");
    }

    /** Draws are then made before all that others send is known: what was open is not told. */
    private boolean together() {
        return !plan.path("planned_with").isEmpty();
    }

    private long count(String sql) {
        return Queries.count(database, sql);
    }
}
