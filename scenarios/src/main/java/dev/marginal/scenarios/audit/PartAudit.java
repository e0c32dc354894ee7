package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Audits one part of a plan's customers by the claims of {@link PlanAudit}, in SQL: those that hold
 * of each customer by itself, and sums of what ties customers together.
 *
 * @param folder holds the plan's plan.json, campaign.yml and contacts.yml, and of this part
 *     sends.parquet, scores.parquet, not_sent.parquet and, where something was reserved,
 *     reserved.parquet; what plan.json names is found from here
 * @param audience the part's files
 */
public record PartAudit(Path folder, Source audience) {
    /**
     * The values that customers of the part have in the columns that rules go through value by
     * value, by column.
     */
    public SortedMap<String, TreeSet<String>> values() {
        CampaignWords words = words();
        SortedMap<String, TreeSet<String>> values = new TreeMap<>();
        TreeSet<String> columns = new TreeSet<>();
        words.rules().stream()
                .filter(rule -> rule.has("by"))
                .forEach(rule -> columns.add(rule.path("by").asText()));
        if (columns.isEmpty()) {
            return values;
        }
        try (Database database = Database.over(audience.folder())) {
            for (String column : columns) {
                TreeSet<String> found = new TreeSet<>();
                database.rows(
                                "select distinct coalesce(%s, '%s') as value from %s"
                                        .formatted(
                                                Database.identifier(column),
                                                Dimensions.MISSING,
                                                Database.scan(audience)))
                        .forEach(row -> found.add(row.get("value").toString()));
                values.put(column, found);
            }
        }
        return values;
    }

    /**
     * Audits.
     *
     * @param values of all parts, by column
     * @throws IllegalStateException if a file cannot be read as a plan's file
     */
    public Findings audit(Map<String, ? extends Iterable<String>> values) {
        JsonNode plan = PlanJson.of(folder, "campaign.yml");
        CampaignWords words = words().onTheDayOf(plan);
        List<Claim> claims = new ArrayList<>();
        try (Database database = Database.over(audience.folder())) {
            AuditTables tables = new AuditTables(database, words);
            tables.loadPart(folder, audience);
            new SendClaims(database, plan).addOfPartTo(claims);
            List<PersonalClaim> slots =
                    new ContactClaims(database, words, plan, folder).addOfPartTo(claims);
            RuleClaims rules = RuleClaims.of(words, column -> listed(values.get(column)));
            return new Findings(
                    new PartFindings(
                            claims,
                            rules.shared().stream().map(tables::use).toList(),
                            rules.personal().stream()
                                    .map(rule -> AuditTables.mostOfOneCustomer(database, rule))
                                    .toList(),
                            bound(database, tables, rules, slots, plan),
                            coFunding(database, tables),
                            held(database)));
        }
    }

    /** What was found, to be put together by {@link WholeAudit}. */
    public static final class Findings implements Serializable {
        private static final long serialVersionUID = 1L;

        private final PartFindings found;

        private Findings(PartFindings found) {
            this.found = found;
        }

        PartFindings found() {
            return found;
        }
    }

    private static double bound(
            Database database,
            AuditTables tables,
            RuleClaims rules,
            List<PersonalClaim> slots,
            JsonNode plan) {
        PlanPrices prices = PlanPrices.match(plan.path("limits"), rules.shared(), false);
        if (!prices.sound()) {
            return 0;
        }
        List<PersonalClaim> personal =
                Stream.concat(rules.personal().stream(), slots.stream()).toList();
        return new BoundQuery(database, tables, personal).bound(prices.prices())
                - WholeAudit.worth(prices);
    }

    private static BigDecimal coFunding(Database database, AuditTables tables) {
        int amount = tables.amounts().indexOf(AuditTables.CO_FUNDING);
        return amount < 0
                ? BigDecimal.ZERO
                : AuditTables.decimal(
                        database.rows(
                                        "select coalesce(sum(m%d), 0) as paid from sent"
                                                .formatted(amount))
                                .get(0)
                                .get("paid"));
    }

    private static SortedMap<String, Long> held(Database database) {
        SortedMap<String, Long> held = new TreeMap<>();
        database.rows("select holdout, count(*) as customers from held group by holdout")
                .forEach(
                        row ->
                                held.put(
                                        row.get("holdout").toString(),
                                        ((Number) row.get("customers")).longValue()));
        return held;
    }

    private CampaignWords words() {
        return CampaignWords.read(folder.resolve("campaign.yml"));
    }

    static List<String> listed(Iterable<String> values) {
        List<String> all = new ArrayList<>();
        Optional.ofNullable(values).ifPresent(some -> some.forEach(all::add));
        return all;
    }
}
