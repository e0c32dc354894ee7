package dev.marginal.scenarios.whatif;

import java.util.Locale;

/** A move's reason as a sentence; figures are of the average customer who moves so. */
record MoveWords(String currency, MoveSum sum) {
    String closed(String removed) {
        return "%s is not open to %s any more".formatted(removed, whom(sum.closed));
    }

    String opened(String added) {
        return "%s was not open to %s before".formatted(added, whom(sum.opened));
    }

    private String whom(int some) {
        return some == sum.customers ? "them" : "most of them";
    }

    /** They get the same. */
    String same(String offers) {
        return "they get the same, but %s is valued or costs otherwise".formatted(offers);
    }

    String revalued(String added, String removed) {
        return "%s is worth %s %s now, %s before"
                .formatted(
                        what(added, removed),
                        money(sum.each(sum.value)),
                        currency,
                        money(sum.each(sum.value - sum.revalued)));
    }

    String recosted(String added, String removed) {
        double cost = sum.each(sum.cost);
        double before = sum.each(sum.cost - sum.recosted);
        return cost <= 0 && before <= 0
                ? "%s saves %s %s now, %s before"
                        .formatted(what(added, removed), money(-cost), currency, money(-before))
                : "%s costs %s %s now, %s before"
                        .formatted(what(added, removed), money(cost), currency, money(before));
    }

    /** The price of a limit has changed. */
    String priced(PricedLimit limit, int number, String added, String removed) {
        double use = sum.each(sum.use[number]);
        return "the price of %s %s from %s to %s: %s"
                .formatted(
                        limit.limit().name(),
                        limit.now() > limit.before() ? "rose" : "fell",
                        price(limit.before()),
                        price(limit.now()),
                        limit.limit().isPlain() ? pays(limit, use, added, removed) : "it now pays");
    }

    private String pays(PricedLimit limit, double use, String added, String removed) {
        double value = sum.each(sum.value);
        if (use < 0 && value > 0) {
            return "%s brings %s %s and saves %s, which now pays"
                    .formatted(what(added, removed), money(value), currency, units(limit, -use));
        }
        return use < 0
                ? "%s saves %s for %s %s less, which now pays"
                        .formatted(
                                what(added, removed), units(limit, -use), money(-value), currency)
                : "%s brings %s %s for %s, which now pays"
                        .formatted(what(added, removed), money(value), currency, units(limit, use));
    }

    private String units(PricedLimit limit, double use) {
        if (limit.limit().countsSends()) {
            return use == 1 ? "1 send" : amount(use) + " sends";
        }
        return amount(use) + " " + (limit.limit().charge().isInCurrency() ? currency : "of it");
    }

    private static String what(String added, String removed) {
        if (added.isEmpty()) {
            return "leaving out " + removed;
        }
        return removed.isEmpty() ? added : added + " instead of " + removed;
    }

    /** Nothing speaks for it. */
    String indifferent() {
        return "both are worth about the same at these prices, and what is left of a limit goes to some";
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String amount(double amount) {
        return amount == Math.rint(amount)
                ? String.format(Locale.ROOT, "%,.0f", amount)
                : money(amount);
    }

    private static String price(double price) {
        return price == 0
                ? "0"
                : String.format(Locale.ROOT, Math.abs(price) < 0.1 ? "%.4f" : "%.2f", price);
    }
}
