package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.Source;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the campaign file says, read as plain YAML. */
final class CampaignWords {
    private final JsonNode root;
    private final Optional<BigDecimal> today;

    private CampaignWords(JsonNode root, Optional<BigDecimal> today) {
        this.root = root;
        this.today = today;
    }

    /** The same campaign with the budget of a plan's day, where it has one of its own. */
    CampaignWords onTheDayOf(JsonNode plan) {
        JsonNode today = plan.path("todays_budget").path("today");
        return today.isMissingNode() ? this : new CampaignWords(root, Optional.of(money(today)));
    }

    static CampaignWords read(Path file) {
        return new CampaignWords(PlainYaml.read(file), Optional.empty());
    }

    /**
     * An offer's line.
     *
     * @param costPerSend in currency
     * @param costPerOrder in currency
     * @param coFunded the share of both that others pay
     * @param amounts further amounts by name, each a number or a column of the audience
     * @param line the whole line
     */
    record OfferLine(
            String offer,
            String channel,
            String treatment,
            BigDecimal costPerSend,
            BigDecimal costPerOrder,
            BigDecimal coFunded,
            JsonNode amounts,
            JsonNode line) {}

    List<OfferLine> offers() {
        return list(root.path("offers")).stream()
                .map(
                        line ->
                                new OfferLine(
                                        line.path("offer").asText(),
                                        line.path("channel").asText(),
                                        line.path("treatment").asText(),
                                        money(line.path("cost_per_send")),
                                        money(line.path("cost_per_order")),
                                        money(line.path("co_funded")),
                                        line.path("amounts"),
                                        line))
                .toList();
    }

    /** The offers of a channel, or of all for {@code any}. */
    List<String> offersOf(String channel) {
        return offers().stream()
                .filter(offer -> channel.equals("any") || offer.channel().equals(channel))
                .map(OfferLine::offer)
                .toList();
    }

    /** The offers that a rule speaks of: its {@code offers}, else those of its {@code channel}. */
    List<String> offersOf(JsonNode rule) {
        return rule.has("offers")
                ? words(rule.path("offers"))
                : offersOf(rule.path("channel").asText("any"));
    }

    /** The names of the further amounts that offers declare. */
    List<String> amounts() {
        return offers().stream()
                .flatMap(offer -> offer.amounts().properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** The offers of which others pay a share. */
    List<String> coFunded() {
        return offers().stream()
                .filter(offer -> offer.coFunded().signum() > 0)
                .map(OfferLine::offer)
                .toList();
    }

    String campaign() {
        return root.path("campaign").asText();
    }

    /** The clock of the campaign. */
    String timeZone() {
        return root.path("time_zone").asText("UTC");
    }

    /** What stands under a key of the file itself; missing where nothing does. */
    JsonNode of(String key) {
        return root.path(key);
    }

    List<JsonNode> rules() {
        return list(root.path("rules"));
    }

    boolean limitsSpend() {
        return !root.path("budget").asText().equals("unlimited");
    }

    /** The most to spend on the plan's day. */
    BigDecimal budget() {
        return today.orElseGet(this::wholeBudget);
    }

    /** The most to spend on all days. */
    BigDecimal wholeBudget() {
        return money(root.path("budget"));
    }

    /** How sure the spend has to stay within the budget; empty where it is expected spend. */
    Optional<BigDecimal> confidence() {
        return root.has("budget_confidence")
                ? Optional.of(money(root.path("budget_confidence")))
                : Optional.empty();
    }

    /** Whether a send costs what the scores say, rather than what its offer's line says. */
    boolean learnsCosts() {
        return root.path("history").has("cost");
    }

    boolean countsProfit() {
        return root.path("objective").asText("gmv").equals("profit");
    }

    boolean countsFuture() {
        return root.path("objective").asText().equals("value");
    }

    /** Whether a log of purchases tells where customers stand. */
    boolean tellsLifecycle() {
        return root.has("lifecycle");
    }

    /** The log of purchases. */
    Source purchases(Path folder) {
        return source(root.path("lifecycle").path("purchases"), "purchases.sql", folder);
    }

    /** Where it stands what an order is worth later: a table of its own, or the lifecycle's. */
    Source futureValue(Path folder, Path planFolder) {
        return root.has("future_value")
                ? source(root.path("future_value"), "future_value.sql", folder)
                : new Source.Files(planFolder, PlanLifecycle.FILE);
    }

    String futureValueCustomer() {
        return root.path("future_value").path("customer").asText("customer");
    }

    String futureValueColumn() {
        return root.path("future_value").path("column").asText("value_of_an_order");
    }

    BigDecimal margin() {
        return money(root.path("margin"));
    }

    String audienceCustomer() {
        return root.path("audience").path("customer").asText();
    }

    Source audience(Path folder) {
        return source(root.path("audience"), "audience.sql", folder);
    }

    private static Source source(JsonNode table, String name, Path folder) {
        return table.has("sql")
                ? new Source.Query(folder, name, table.path("sql").asText())
                : new Source.Files(folder, table.path("file").asText());
    }

    static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    static List<String> words(JsonNode node) {
        return list(node).stream().map(JsonNode::asText).toList();
    }

    static BigDecimal money(JsonNode node) {
        return node.isMissingNode()
                ? BigDecimal.ZERO
                : new BigDecimal(node.asText().replace("_", ""));
    }
}
