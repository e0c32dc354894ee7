package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.planfolder.reading.PlanJson;
import dev.marginal.tables.Source;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts together what the audits of all parts of a plan found.
 *
 * @param folder holds plan.json, campaign.yml and contacts.yml
 * @param values of all parts, by column
 */
public record WholeAudit(Path folder, Map<String, ? extends Iterable<String>> values) {
    private static final int MICRO_DIGITS = 6;
    private static final double PLAY = 1e-9;
    private static final double MICRO = 1e-6;

    /** The tables that contacts.yml names. */
    public List<Source> tables(Path contactsFolder) {
        ContactWords contacts = ContactWords.read(folder, words());
        return Stream.concat(contacts.people().stream(), contacts.suppressed().stream())
                .map(table -> ContactWords.source(table, contactsFolder))
                .toList();
    }

    /** Whether a rule goes through the values of a column, which all parts have to tell first. */
    public boolean asksForValues() {
        return words().rules().stream().anyMatch(rule -> rule.has("by"));
    }

    /** The claims of all parts, and those on what ties their customers together. */
    public List<Claim> claims(List<PartAudit.Findings> findings) {
        List<PartFindings> parts = findings.stream().map(PartAudit.Findings::found).toList();
        JsonNode plan = PlanJson.of(folder, "campaign.yml");
        CampaignWords words = words().onTheDayOf(plan);
        List<Claim> claims = new ArrayList<>(ofEveryPart(parts));
        new PacingClaims(plan, words).addTo(claims);
        coFunding(plan, words, parts, claims);
        holdouts(plan, words, parts, claims);
        RuleClaims rules = RuleClaims.of(words, column -> PartAudit.listed(values.get(column)));
        limits(rules, parts, claims);
        PlanPrices prices = PlanPrices.match(plan.path("limits"), rules.shared(), false);
        claims.add(
                new Claim(
                        "every price belongs to a limit and has its sign",
                        prices.sound(),
                        prices.finding()));
        if (prices.sound()) {
            claims.add(bound(plan, prices, parts));
            claims.add(BoundClaims.gap(plan));
        }
        return claims;
    }

    /** What the limits themselves are worth at these prices. */
    static double worth(PlanPrices prices) {
        return prices.prices().stream().mapToDouble(BoundQuery.Priced::worth).sum();
    }

    /** A promise holds where it holds of every part. */
    private static List<Claim> ofEveryPart(List<PartFindings> parts) {
        Map<String, Claim> merged = new LinkedHashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            for (Claim claim : parts.get(part).claims()) {
                Claim told =
                        new Claim(
                                claim.promise(),
                                claim.holds(),
                                "part %d: %s".formatted(part, claim.finding()));
                merged.merge(claim.promise(), told, (known, more) -> known.holds() ? more : known);
            }
        }
        return merged.values().stream().map(one -> whole(one, parts.size())).toList();
    }

    private static Claim whole(Claim claim, int parts) {
        return claim.holds()
                ? new Claim(
                        claim.promise(),
                        true,
                        parts == 1 ? claim.finding() : "in all %,d parts".formatted(parts))
                : claim;
    }

    private static void coFunding(
            JsonNode plan, CampaignWords words, List<PartFindings> parts, List<Claim> claims) {
        if (words.coFunded().isEmpty()) {
            return;
        }
        BigDecimal paid = sum(parts, PartFindings::coFunding).movePointLeft(MICRO_DIGITS);
        claims.add(
                new Claim(
                        "what others pay of the sends adds up to what plan.json states",
                        paid.compareTo(CampaignWords.money(plan.path("co_funding"))) == 0,
                        paid.toPlainString()));
    }

    private void holdouts(
            JsonNode plan, CampaignWords words, List<PartFindings> parts, List<Claim> claims) {
        ContactWords contacts = ContactWords.read(folder, words);
        if (!contacts.holdouts().isEmpty()) {
            claims.add(
                    ReachClaims.holdoutsAreAsStated(
                            plan,
                            contacts,
                            name ->
                                    parts.stream()
                                            .mapToLong(part -> part.held().getOrDefault(name, 0L))
                                            .sum()));
        }
    }

    private static void limits(RuleClaims rules, List<PartFindings> parts, List<Claim> claims) {
        for (int limit = 0; limit < rules.shared().size(); limit++) {
            int place = limit;
            SharedClaim rule = rules.shared().get(limit);
            BigDecimal use = sum(parts, part -> part.uses().get(place));
            claims.add(new Claim(rule.promise(), rule.allows(use), rule.found(use)));
        }
        for (int limit = 0; limit < rules.personal().size(); limit++) {
            int place = limit;
            PersonalClaim rule = rules.personal().get(limit);
            long most = parts.stream().mapToLong(part -> part.most().get(place)).max().orElse(0);
            claims.add(
                    new Claim(rule.promise(), most <= rule.most(), "%d at most".formatted(most)));
        }
    }

    private static Claim bound(JsonNode plan, PlanPrices prices, List<PartFindings> parts) {
        double stated = plan.path("price_bound").asDouble();
        double bound = plan.path("bound").asDouble();
        double derived = parts.stream().mapToDouble(PartFindings::bound).sum() + worth(prices);
        double customers = plan.path("inputs").path("audience").path("rows").asDouble();
        double play = PLAY * Math.abs(stated) + MICRO * (1 + customers);
        boolean proven =
                Math.abs(derived - stated) <= play
                        && bound <= stated + play
                        && plan.path("value").asDouble() <= bound + play;
        return new Claim(
                "no plan can be worth more than the bound that these prices prove",
                proven,
                "derived %.6f, stated %.6f".formatted(derived, stated));
    }

    private CampaignWords words() {
        return CampaignWords.read(folder.resolve("campaign.yml"));
    }

    private static BigDecimal sum(
            List<PartFindings> parts, Function<PartFindings, BigDecimal> figure) {
        return parts.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
