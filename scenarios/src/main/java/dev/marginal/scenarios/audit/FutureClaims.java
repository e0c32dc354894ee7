package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an order is worth later, where the objective counts it: that the plan took it from the file
 * that the campaign names, and that both parts of the value are as stated.
 */
record FutureClaims(
        Database database,
        CampaignWords words,
        JsonNode plan,
        Path campaignFolder,
        Path planFolder) {
    private static final int MICRO_DIGITS = 6;

    void addTo(List<Claim> claims) {
        if (words.countsFuture()) {
            claims.add(valuesAreTheFiles());
            claims.add(partsAreAsStated());
        }
    }

    private Claim valuesAreTheFiles() {
        String customer = Database.identifier(words.futureValueCustomer());
        long off =
                Queries.count(
                        database,
                        """
                        select count(*) from scores left join (
                            select %1$s::varchar as customer, %2$s::double::float as said, count(*) over (partition by %1$s) as rows
                            from %3$s) using (customer)
                        where said is distinct from value_of_an_order or rows <> 1"""
                                .formatted(
                                        customer,
                                        Database.identifier(words.futureValueColumn()),
                                        Database.scan(
                                                words.futureValue(campaignFolder, planFolder))));
        return Claim.none(
                "what an order is worth later is what the file says of each customer",
                off,
                "customers are worth something else");
    }

    private Claim partsAreAsStated() {
        Map<String, Object> sums =
                database.rows(
                                "select coalesce(sum(gmv_micros), 0) as gmv, coalesce(sum(value_micros - gmv_micros), 0) as future from sent")
                        .get(0);
        JsonNode stated = plan.path("value_parts");
        BigDecimal gmv = currency(sums.get("gmv"));
        BigDecimal future = currency(sums.get("future"));
        return new Claim(
                "incremental GMV and future value add up to what plan.json states of each",
                gmv.compareTo(CampaignWords.money(stated.path("incremental_gmv"))) == 0
                        && future.compareTo(CampaignWords.money(stated.path("future_value"))) == 0,
                "%s and %s".formatted(gmv, future));
    }

    private static BigDecimal currency(Object micros) {
        return AuditTables.decimal(micros).movePointLeft(MICRO_DIGITS);
    }
}
