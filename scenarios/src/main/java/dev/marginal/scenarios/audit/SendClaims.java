package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.List;
import java.util.Map;

/**
 * What the sends promise by themselves: to whom, of what, at which cost, and what they add up to.
 */
record SendClaims(Database database, JsonNode plan) {
    void addTo(List<Claim> claims) {
        addOfPartTo(claims);
        totalsAreAsStated(claims);
    }

    /** Those that hold of any part of the customers by itself. */
    void addOfPartTo(List<Claim> claims) {
        customersAreTheAudience(claims);
        sendsAreOffers(claims);
        moneyIsAsDerived(claims);
    }

    private void customersAreTheAudience(List<Claim> claims) {
        long audience = Queries.count(database, "select count(*) from customers");
        long scored = Queries.count(database, "select count(*) from scores");
        long strangers =
                Queries.count(
                        database,
                        """
                        select count(*) from (
                            (select customer from scores except all select customer from customers)
                            union all (select customer from customers except all select customer from scores))""");
        claims.add(
                new Claim(
                        "the customers scored are those of the audience file, each once",
                        strangers == 0
                                && audience == scored
                                && scored
                                        == Queries.count(
                                                database,
                                                "select count(distinct customer) from scores"),
                        "%,d customers, %,d in one but not the other"
                                .formatted(scored, strangers)));
    }

    private void sendsAreOffers(List<Claim> claims) {
        long sends = Queries.count(database, "select count(*) from sends");
        long twice =
                Queries.count(
                        database, "select count(*) - count(distinct (customer, offer)) from sends");
        long unknown =
                Queries.count(
                        database,
                        "select count(*) from sends anti join book using (customer, offer, channel)");
        claims.add(
                new Claim(
                        "every send is an offer of the campaign to a customer of the audience, at most once",
                        twice == 0 && unknown == 0,
                        "%,d sends, %,d repeated, %,d unknown".formatted(sends, twice, unknown)));
    }

    /** A micro-unit of play: halves may be rounded either way. */
    private void moneyIsAsDerived(List<Claim> claims) {
        long off =
                Queries.count(
                        database,
                        """
                        select count(*) from sends join book using (customer, offer)
                        where abs(cast(sends.cost * 1000000 as bigint) - cost_micros) > 1
                            or abs(cast(sends.value * 1000000 as bigint) - value_micros) > 1""");
        claims.add(
                Claim.none(
                        "cost and value of every send follow from its scores and the campaign file",
                        off,
                        "sends are off by more than a millionth"));
    }

    private void totalsAreAsStated(List<Claim> claims) {
        Map<String, Object> totals =
                database.rows(
                                "select count(*) as sends, coalesce(sum(value), 0) as value, coalesce(sum(cost), 0) as spend from sends")
                        .get(0);
        boolean same =
                totals.entrySet().stream()
                        .allMatch(
                                total ->
                                        AuditTables.decimal(total.getValue())
                                                        .compareTo(
                                                                CampaignWords.money(
                                                                        plan.path(total.getKey())))
                                                == 0);
        claims.add(
                new Claim(
                        "sends, value and spend add up to what plan.json states",
                        same,
                        "%s sends, value %s, spend %s"
                                .formatted(
                                        totals.get("sends"),
                                        totals.get("value"),
                                        totals.get("spend"))));
    }
}
