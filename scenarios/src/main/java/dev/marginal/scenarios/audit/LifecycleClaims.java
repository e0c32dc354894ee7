package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Where customers stand, for a campaign that speaks of a lifecycle: that the plan looked at no day
 * too late, and that the log and the stated parameters bear out every customer's columns.
 */
record LifecycleClaims(Database database, CampaignWords words, JsonNode plan, Path campaignFolder) {
    void addTo(List<Claim> claims) {
        if (!words.tellsLifecycle()) {
            return;
        }
        JsonNode stated = plan.path("inputs").path("lifecycle");
        String asOf = stated.path("as_of").asText();
        claims.add(nothingLater(asOf));
        claims.add(everybodyOnce());
        new LogHistories(database, words, campaignFolder).create(asOf);
        StandingCheck check = new StandingCheck(stated, words.of("lifecycle").path("stages"));
        database.each(StandingCheck.SQL, check::take);
        claims.add(
                Claim.none(
                        "stages are those that the log and the campaign file's rules give",
                        check.stages(),
                        "customers are in another stage"));
        claims.add(
                Claim.none(
                        "P(alive), expected purchases, spend and value are what the stated parameters give",
                        check.numbers(),
                        "customers have other numbers"));
        claims.add(scoresAreFifths());
    }

    private Claim nothingLater(String asOf) {
        LocalDate date = LocalDate.parse(plan.path("date").asText());
        return new Claim(
                "no purchase of the plan's day or later was looked at",
                LocalDate.parse(asOf).isBefore(date),
                "purchases until %s, for a plan of %s".formatted(asOf, date));
    }

    private Claim everybodyOnce() {
        return Claim.none(
                "every customer of the plan stands in lifecycle.parquet once",
                Queries.count(
                        database,
                        """
                        select count(*) from scores full join (
                            select customer, count(*) as rows from standing group by customer) s using (customer)
                        where rows is distinct from 1 or baseline is null"""),
                "customers do not");
    }

    /**
     * Fifths of all customers of the log: one more than the whole fifths of them that are lower.
     */
    private Claim scoresAreFifths() {
        return Claim.none(
                "recency, frequency and monetary scores are fifths of the log's customers",
                Queries.count(
                        database,
                        """
                        with fifths as (
                            select customer,
                                1 + 5 * (rank() over (order by recency - age) - 1) // count(*) over () as r,
                                1 + 5 * (rank() over (order by x) - 1) // count(*) over () as f,
                                1 + 5 * (rank() over (order by micros) - 1) // count(*) over () as m
                            from histories),
                        named as (
                            select customer, (r + f + m)::varchar as rfm, case
                                when r <= 2 and f = 5 then 'cannot lose' when r <= 2 and f >= 3 then 'at risk'
                                when r <= 2 then 'hibernating'
                                when f >= 4 and r = 5 then 'champions' when f >= 4 then 'loyal'
                                when r = 3 and f = 3 then 'need attention' when r = 3 then 'about to sleep'
                                when f >= 2 then 'potential loyalists'
                                when r = 5 then 'new' else 'promising' end as segment
                            from fifths)
                        select count(*) from standing left join named using (customer)
                        where standing.rfm is distinct from named.rfm
                            or standing.segment is distinct from named.segment"""),
                "customers have other scores");
    }
}
