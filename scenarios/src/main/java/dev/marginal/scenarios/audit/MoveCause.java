package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.Database;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Why customers who move alike do, in words. */
record MoveCause(
        Database database,
        JsonNode before,
        JsonNode now,
        MoveFigures figures,
        List<LimitCharge> limits) {
    /** Reasons of not_sent.csv that follow from prices: those say no more than the prices do. */
    private static final Set<String> OF_PRICES = Set.of("budget", "negative_value");

    private static final LimitCharge NO_LIMIT = new LimitCharge("", 0, 0, Map.of());

    String words() {
        if (2 * figures.left() > figures.customers()) {
            return "they are not in the audience any more";
        }
        if (2 * figures.joined() > figures.customers()) {
            return "they were not in the audience before";
        }
        List<String> gone = missing(figures.removed(), now);
        if (!gone.isEmpty()) {
            return String.join(" + ", gone) + " is not offered any more";
        }
        List<String> fresh = missing(figures.added(), before);
        if (!fresh.isEmpty()) {
            return String.join(" + ", fresh) + " was not offered before";
        }
        String forbidden = forbidden(figures.removed(), "now");
        if (!forbidden.isEmpty()) {
            return "%s may not be sent to them now: %s"
                    .formatted(String.join(" + ", figures.removed()), forbidden);
        }
        String allowed = forbidden(figures.added(), "before");
        return allowed.isEmpty()
                ? ofPrices()
                : "%s could not be sent to them before: %s"
                        .formatted(String.join(" + ", figures.added()), allowed);
    }

    private static List<String> missing(List<String> offers, JsonNode plan) {
        List<String> known =
                StreamSupport.stream(plan.path("offers").spliterator(), false)
                        .map(offer -> offer.path("offer").asText())
                        .toList();
        return offers.stream().filter(offer -> !known.contains(offer)).toList();
    }

    /** A rule that keeps most of them from these offers in one of the plans; empty for none. */
    private String forbidden(List<String> offers, String side) {
        if (offers.isEmpty()) {
            return "";
        }
        List<Map<String, Object>> rows =
                database.rows(
                        """
                        select reason, count(distinct customer) as customers
                        from moved join not_sent_%s using (customer)
                        where a = %s and b = %s and offer in (%s)
                          and reason not like 'below_price%%' and reason not like 'better_chosen%%'
                        group by reason order by customers desc, reason limit 1"""
                                .formatted(
                                        side,
                                        Database.quote(String.join(" + ", figures.from())),
                                        Database.quote(String.join(" + ", figures.to())),
                                        AuditTables.listed(offers)));
        if (rows.isEmpty() || OF_PRICES.contains(rows.get(0).get("reason").toString())) {
            return "";
        }
        long most = ((Number) rows.get(0).get("customers")).longValue();
        return 2 * most > figures.customers() ? rows.get(0).get("reason").toString() : "";
    }

    private String ofPrices() {
        double revalued = figures.gain() - figures.gainThen();
        double recosted = figures.costThen() - figures.cost();
        LimitCharge.Way way = figures.way();
        LimitCharge dearest =
                limits.stream()
                        .max(Comparator.comparingDouble(limit -> limit.speaks(way)))
                        .orElse(NO_LIMIT);
        if (revalued > dearest.speaks(way) && revalued > recosted && revalued > 0) {
            return "%s is worth %s now, %s before"
                    .formatted(
                            what(),
                            money(figures.each(figures.gain())),
                            money(figures.each(figures.gainThen())));
        }
        if (recosted > dearest.speaks(way) && recosted > 0) {
            return "%s costs %s now, %s before"
                    .formatted(
                            what(),
                            money(figures.each(figures.cost())),
                            money(figures.each(figures.costThen())));
        }
        return dearest.speaks(way) > 0
                ? "the price of %s %s from %s to %s: %s brings %s, which now pays"
                        .formatted(
                                dearest.limit(),
                                dearest.now() > dearest.before() ? "rose" : "fell",
                                LimitChanges.number(dearest.before()),
                                LimitChanges.number(dearest.now()),
                                what(),
                                money(figures.each(figures.gain())))
                : "both are worth about the same at these prices, and what is left of a limit goes to some";
    }

    private String what() {
        String added = String.join(" + ", figures.added());
        String removed = String.join(" + ", figures.removed());
        if (added.isEmpty()) {
            return "leaving out " + removed;
        }
        return removed.isEmpty() ? added : added + " instead of " + removed;
    }

    private String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f %s", amount, now.path("currency").asText());
    }
}
