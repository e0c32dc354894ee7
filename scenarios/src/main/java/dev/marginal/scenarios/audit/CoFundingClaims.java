package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.util.List;

/** That what others pay of the sends' costs is as stated, where others pay any. */
record CoFundingClaims(Database database, AuditTables tables, JsonNode plan) {
    private static final int MICRO_DIGITS = 6;

    void addTo(List<Claim> claims) {
        int amount = tables.amounts().indexOf(AuditTables.CO_FUNDING);
        if (amount < 0) {
            return;
        }
        BigDecimal paid =
                AuditTables.decimal(
                                database.rows(
                                                "select coalesce(sum(m%d), 0) as paid from sent"
                                                        .formatted(amount))
                                        .get(0)
                                        .get("paid"))
                        .movePointLeft(MICRO_DIGITS);
        claims.add(
                new Claim(
                        "what others pay of the sends adds up to what plan.json states",
                        paid.compareTo(CampaignWords.money(plan.path("co_funding"))) == 0,
                        paid.toPlainString()));
    }
}
