package dev.marginal.scenarios.audit;

import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The tables that the audit asks: {@code sends}, {@code scores}, {@code customers}, and what is
 * derived from them: {@code book}, every offer for every customer with its value, cost and further
 * amounts {@code m0}, {@code m1}, … in micro-units, and {@code gmv_micros} where later orders count
 * as well; {@code sent}, the sends with all of that.
 */
final class AuditTables {
    /** The amount that a budget's confidence counts, in currency squared. */
    static final String VARIANCE = "cost_variance";

    /** The amount that others than the campaign pay. */
    static final String CO_FUNDING = "co_funding";

    private static final int MICRO_DIGITS = 6;

    private final Database database;
    private final CampaignWords words;
    private final Dimensions dimensions;
    private final List<String> amounts;
    private final List<String> columns;

    AuditTables(Database database, CampaignWords words) {
        this.database = database;
        this.words = words;
        this.dimensions = Dimensions.of(words);
        this.amounts = new ArrayList<>(words.amounts());
        if (!words.coFunded().isEmpty()) {
            amounts.add(CO_FUNDING);
        }
        words.confidence().ifPresent(any -> amounts.add(VARIANCE));
        this.columns =
                words.offers().stream()
                        .flatMap(offer -> offer.amounts().properties().stream())
                        .map(amount -> amount.getValue().asText())
                        .filter(amount -> !isNumber(amount))
                        .distinct()
                        .toList();
    }

    void load(Path planFolder, Path campaignFolder) {
        database.run(
                """
                create table sends as select * from read_csv(
                    %s, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')"""
                        .formatted(file(planFolder, "sends.csv")));
        database.run("alter table sends alter value type decimal(18, 6)");
        database.run("alter table sends alter cost type decimal(18, 6)");
        database.run(
                "create table scores as select * from read_parquet(%s)"
                        .formatted(file(planFolder, "scores.parquet")));
        dimensions.create(
                database, audience(planFolder, campaignFolder), words.audienceCustomer(), columns);
        createBook();
        createSent();
    }

    private void createSent() {
        database.run(
                """
                create table sent as
                select sends.*, book.* exclude (customer, offer, channel), customers.* exclude (customer)
                from sends left join book using (customer, offer) left join customers using (customer)""");
    }

    /**
     * Makes {@code sends}, {@code scores}, {@code customers} and {@code book} of one customer,
     * whose audience's row is read only where a rule asks for it.
     */
    void loadOne(Path planFolder, Path campaignFolder, String customer) {
        load(planFolder, campaignFolder, "customer = " + Database.quote(customer));
    }

    /** The same of all customers. */
    void loadAll(Path planFolder, Path campaignFolder) {
        load(planFolder, campaignFolder, "true");
    }

    /**
     * Makes {@code sends}, {@code scores}, {@code customers}, {@code book} and {@code sent} of a
     * part of a plan.
     *
     * @param audience the part's customers
     */
    void loadPart(Path planFolder, Source audience) {
        loadParquet(planFolder, "true");
        dimensions.create(database, Database.scan(audience), words.audienceCustomer(), columns);
        createBook();
        createSent();
    }

    private void loadParquet(Path planFolder, String which) {
        for (String table : List.of("sends", "scores")) {
            database.run(
                    "create table %s as select * from read_parquet(%s) where %s"
                            .formatted(table, file(planFolder, table + ".parquet"), which));
        }
    }

    private void load(Path planFolder, Path campaignFolder, String which) {
        loadParquet(planFolder, which);
        if (asksTheAudience()) {
            dimensions.create(
                    database,
                    audience(planFolder, campaignFolder),
                    words.audienceCustomer(),
                    columns);
            database.run("delete from customers where (%s) is not true".formatted(which));
        } else {
            database.run("create table customers as select customer, '' as d0 from scores");
        }
        createBook();
    }

    /** The audience as SQL, with the columns of its lifecycle where it has one. */
    String audience(Path planFolder, Path campaignFolder) {
        String scan = Database.scan(words.audience(campaignFolder));
        return words.tellsLifecycle()
                ? new PlanLifecycle(database, planFolder).beside(scan, words.audienceCustomer())
                : scan;
    }

    /** Whether a rule speaks of what only the audience tells. */
    boolean asksTheAudience() {
        return dimensions.count() > 1 || !columns.isEmpty();
    }

    private void createBook() {
        database.run(
                "create table book as "
                        + String.join(
                                " union all ", words.offers().stream().map(this::valued).toList()));
    }

    Dimensions dimensions() {
        return dimensions;
    }

    /** The names of the further amounts; the i-th is column {@code m<i>} of the book. */
    List<String> amounts() {
        return amounts;
    }

    /** The values of a column that some customer has, sorted, missing ones last. */
    List<String> values(String column) {
        String name = "d" + dimensions.number(new Where(column, List.of("")));
        return database
                .rows("select distinct %1$s as value from customers".formatted(name))
                .stream()
                .map(row -> row.get("value").toString())
                .sorted()
                .toList();
    }

    /**
     * The arithmetic of the campaign file: in double precision, kept in single, money in whole
     * micro-units.
     */
    private String valued(CampaignWords.OfferLine offer) {
        String uplift = "%s::double".formatted(Database.identifier("uplift." + offer.treatment()));
        String orders =
                "%s::double"
                        .formatted(Database.identifier("order_probability." + offer.treatment()));
        String whole =
                words.learnsCosts()
                        ? "%s::double".formatted(Database.identifier("cost." + offer.treatment()))
                        : "(%s + %s * %s)"
                                .formatted(
                                        exact(offer.costPerSend()),
                                        orders,
                                        exact(offer.costPerOrder()));
        String cost = own(whole, offer);
        String value =
                words.countsProfit()
                        ? "(%s * %s - %s)".formatted(uplift, exact(words.margin()), cost)
                        : uplift + (words.countsFuture() ? future(orders) : "");
        StringBuilder further = new StringBuilder();
        for (int i = 0; i < amounts.size(); i++) {
            String amount =
                    switch (amounts.get(i)) {
                        case VARIANCE ->
                                "(%1$s * %1$s * %2$s * (1 - %2$s))"
                                        .formatted(own(exact(offer.costPerOrder()), offer), orders);
                        case CO_FUNDING -> "(%s * %s)".formatted(whole, exact(offer.coFunded()));
                        default -> amount(offer.amounts().path(amounts.get(i)).asText("0"));
                    };
            further.append(", %s as m%d".formatted(micros(amount), i));
        }
        if (words.countsFuture()) {
            further.append(", %s as gmv_micros".formatted(micros(uplift)));
        }
        return "select customer, %s as offer, %s as channel, %s as value_micros, %s as cost_micros%s from scores%s"
                .formatted(
                        Database.quote(offer.offer()),
                        Database.quote(offer.channel()),
                        micros(value),
                        micros(cost),
                        further,
                        columns.isEmpty() ? "" : " join customers using (customer)");
    }

    /** What the campaign itself pays of a cost. */
    private static String own(String cost, CampaignWords.OfferLine offer) {
        return "(%s * (1 - %s))".formatted(cost, exact(offer.coFunded()));
    }

    /** What an offer's extra orders are worth later. */
    private static String future(String orders) {
        return " + (%s - baseline_order_probability::double) * value_of_an_order::double"
                .formatted(orders);
    }

    /** A number as it is written, or the customer's column of that name. */
    private String amount(String text) {
        return isNumber(text)
                ? exact(new BigDecimal(text.replace("_", "")))
                : "a" + columns.indexOf(text);
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+.\\d].*");
    }

    /** What the sends use of a shared limit, in sends or units of currency or amount. */
    BigDecimal use(SharedClaim claim) {
        return claim.parts().stream()
                .map(part -> sum(part).multiply(part.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(SharedClaim.Part part) {
        String sum =
                switch (part.charge()) {
                    case "sends" -> "count(*)";
                    case "cost", "value" -> "coalesce(sum(%s), 0)".formatted(part.charge());
                    default -> "coalesce(sum(m%d), 0)".formatted(amounts.indexOf(part.charge()));
                };
        BigDecimal found =
                decimal(
                        database.rows(
                                        "select %s as use from sent where offer in (%s) and %s"
                                                .formatted(
                                                        sum,
                                                        listed(part.offers()),
                                                        dimensions.holds(part.where())))
                                .get(0)
                                .get("use"));
        return amounts.contains(part.charge()) ? found.movePointLeft(MICRO_DIGITS) : found;
    }

    /** The most that any one customer gets of a personal limit's offers. */
    static long mostOfOneCustomer(Database database, PersonalClaim claim) {
        String sql =
                """
                select coalesce(max(got), 0) as most from (
                    select count(*) as got from sends where offer in (%s) group by customer)"""
                        .formatted(listed(claim.offers()));
        return ((Number) database.rows(sql).get(0).get("most")).longValue();
    }

    private static String file(Path folder, String name) {
        return Database.quote(folder.resolve(name).toAbsolutePath().toString());
    }

    static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static String micros(String amount) {
        return "cast(floor(cast(cast(%s as float) as double) * 1e6 + 0.5) as bigint)"
                .formatted(amount);
    }

    private static String exact(BigDecimal number) {
        return "cast('%s' as double)".formatted(number.toPlainString());
    }

    /** These words as a list of SQL literals. */
    static String listed(Collection<String> offers) {
        return String.join(", ", offers.stream().sorted().map(Database::quote).toList());
    }
}
