package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** That sends go to those alone who may be sent something. */
record ReachClaims(Database database, ContactWords words, JsonNode plan) {
    void addTo(List<Claim> claims) {
        if (!words.holdouts().isEmpty()) {
            holdoutsAreAsStated(claims);
        }
        addOfPartTo(claims);
    }

    /** Those that hold of any part of the customers by itself. */
    void addOfPartTo(List<Claim> claims) {
        if (!words.holdouts().isEmpty()) {
            claims.add(
                    nobody(
                            "no customer who is held out is sent to",
                            "select count(distinct customer) from sends where customer in (select customer from held)"));
            claims.add(
                    nobody(
                            "no customer who shares an address with one held out is sent to",
                            "select count(distinct customer) from sends where customer in (from kept_out)"));
        }
        if (words.people().isPresent()) {
            claims.add(
                    nobody(
                            "every customer sent to has an address and has agreed",
                            "select count(*) from sends left join reach using (customer, channel) where not coalesce(reachable and agreed, false)"));
            claims.add(
                    nobody(
                            "no address is sent to twice over a channel under several ids",
                            """
                            select count(*) from (
                                select 1 from sends join reach using (customer, channel) where address is not null
                                group by channel, address having count(distinct customer) > 1)"""));
        }
        if (!words.suppressed().isEmpty()) {
            claims.add(
                    nobody(
                            "nobody on a suppression list is sent to",
                            "select count(*) from sends where (customer, channel) in (select (customer, channel) from suppressed)"));
        }
    }

    private Claim nobody(String promise, String sql) {
        return Claim.none(promise, Queries.count(database, sql), "found");
    }

    private void holdoutsAreAsStated(List<Claim> claims) {
        claims.add(holdoutsAreAsStated(plan, words, this::held));
    }

    /**
     * That plan.json states the holdouts of the files.
     *
     * @param held how many customers a holdout holds out, by its name
     */
    static Claim holdoutsAreAsStated(
            JsonNode plan, ContactWords words, ToLongFunction<String> held) {
        List<String> stated = new ArrayList<>();
        CampaignWords.list(plan.path("holdouts"))
                .forEach(
                        line ->
                                stated.add(
                                        "%s: %s [%d, %d) %d"
                                                .formatted(
                                                        line.path("holdout").asText(),
                                                        line.path("salt").asText(),
                                                        line.path("from").asInt(),
                                                        line.path("until").asInt(),
                                                        line.path("customers").asLong())));
        List<String> found =
                words.holdouts().stream()
                        .map(
                                line ->
                                        "%s: %s [%d, %d) %d"
                                                .formatted(
                                                        line.name(),
                                                        line.salt(),
                                                        line.from(),
                                                        line.until(),
                                                        held.applyAsLong(line.name())))
                        .toList();
        return new Claim(
                "plan.json states the holdouts of the files, and how many customers each holds out",
                stated.equals(found),
                String.join("; ", found));
    }

    private long held(String holdout) {
        return Queries.count(
                database, "select count(*) from held where holdout = " + Database.quote(holdout));
    }
}
