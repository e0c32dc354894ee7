package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a plan folder says of one customer, without going through all others. */
public final class CustomerReader {
    private static final String FUTURE =
            "baseline_order_probability::double as anyway, value_of_an_order::double as later,";

    private final FoundPlan plan;
    private final String customer;
    private final Database database;
    private final AuditTables tables;
    private final List<String> notes = new ArrayList<>();

    private CustomerReader(FoundPlan plan, String customer, Database database) {
        this.plan = plan;
        this.customer = customer;
        this.database = database;
        this.tables = new AuditTables(database, plan.words());
    }

    /**
     * What the plan in {@code folder} says of a customer.
     *
     * @throws BadInput if the folder is no plan folder, its plan does not know the customer, or the
     *     audience is gone although a rule asks for it
     */
    public static CustomerFacts read(Path folder, String customer, Execution execution) {
        FoundPlan plan = FoundPlan.in(folder);
        Path home = plan.campaignFolder();
        try (Database database =
                Database.over(Files.isDirectory(home) ? home : folder, execution)) {
            return new CustomerReader(plan, customer, database).facts();
        }
    }

    private CustomerFacts facts() {
        new KnownCustomers(database, plan.folder()).require(customer);
        tables.loadOne(plan.folder(), plan.campaignFolder(), customer);
        if (tables.asksTheAudience()) {
            new Changes(plan, notes).lookAt("audience", plan.words().audience(home()));
        }
        new NotSentClaims(database, plan.json(), plan.folder())
                .create("customer = " + Database.quote(customer));
        ContactWords contacts = ContactWords.read(plan.folder(), plan.words());
        CustomerCaps caps = new CustomerCaps(database, plan, contacts, notes);
        boolean capsKnown = caps.read();
        new ExplorationClaims(database, plan.words(), plan.json(), plan.folder()).create();
        return new CustomerFacts(
                head(),
                customer,
                offers(),
                new PricedLimits(plan, database, tables).all(),
                rules(),
                caps.caps(),
                capsKnown,
                Queries.count(database, "select count(*) from exploring") > 0,
                arm(),
                notes);
    }

    private Path home() {
        return plan.campaignFolder();
    }

    private CustomerFacts.Plan head() {
        JsonNode json = plan.json();
        return new CustomerFacts.Plan(
                json.path("plan").asText(),
                json.path("campaign").asText(),
                json.path("date").asText(),
                json.path("kind").asText(),
                json.path("currency").asText(),
                plan.words().countsProfit()
                        ? Optional.of(plan.words().margin().doubleValue())
                        : Optional.empty(),
                CampaignWords.words(json.path("planned_with")));
    }

    private List<CustomerFacts.Offer> offers() {
        return plan.words().offers().stream().map(this::offer).toList();
    }

    private CustomerFacts.Offer offer(CampaignWords.OfferLine line) {
        String offer = Database.quote(line.offer());
        Map<String, Object> row =
                database.rows(
                                """
                                select %1$s::double as uplift, %2$s::double as orders, value_micros / 1e6 as value, cost_micros / 1e6 as cost,
                                    %4$s send_at, expires_at, decision_id, propensity::double as propensity, coalesce(reason, '') as reason
                                from scores join (from book where offer = %3$s) using (customer)
                                    left join (from sends where offer = %3$s) using (customer)
                                    left join (from not_sent where offer = %3$s) using (customer)"""
                                        .formatted(
                                                Database.identifier("uplift." + line.treatment()),
                                                Database.identifier(
                                                        "order_probability." + line.treatment()),
                                                offer,
                                                plan.words().countsFuture() ? FUTURE : ""))
                        .get(0);
        return new CustomerFacts.Offer(
                line.offer(),
                line.channel(),
                number(row, "uplift"),
                number(row, "orders"),
                number(row, "value"),
                number(row, "cost"),
                line.costPerSend().doubleValue() * (1 - line.coFunded().doubleValue()),
                line.costPerOrder().doubleValue() * (1 - line.coFunded().doubleValue()),
                plan.words().learnsCosts(),
                future(row),
                send(row),
                row.get("reason").toString());
    }

    private static Optional<CustomerFacts.Future> future(Map<String, Object> row) {
        return row.containsKey("later")
                ? Optional.of(
                        new CustomerFacts.Future(
                                number(row, "orders") - number(row, "anyway"),
                                number(row, "later")))
                : Optional.empty();
    }

    private static Optional<CustomerFacts.Send> send(Map<String, Object> row) {
        return row.get("decision_id") == null
                ? Optional.empty()
                : Optional.of(
                        new CustomerFacts.Send(
                                row.get("send_at").toString(),
                                row.get("expires_at").toString(),
                                row.get("decision_id").toString(),
                                number(row, "propensity")));
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    private Optional<CustomerFacts.Arm> arm() {
        Path file = plan.folder().resolve("assignments.parquet");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return database
                .rows(
                        "select arm, propensity::double as propensity from read_parquet(%s) where customer = %s"
                                .formatted(
                                        Database.quote(file.toAbsolutePath().toString()),
                                        Database.quote(customer)))
                .stream()
                .map(
                        row ->
                                new CustomerFacts.Arm(
                                        row.get("arm").toString(), number(row, "propensity")))
                .findFirst();
    }

    private List<CustomerFacts.Rule> rules() {
        return RuleClaims.of(plan.words(), tables::values).personal().stream()
                .map(claim -> new CustomerFacts.Rule(claim.promise(), claim.offers(), claim.most()))
                .toList();
    }
}
