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
    String revalued(String offers) {
        return "they get the same, but %s is valued or costs otherwise".formatted(offers);
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
        String unit =
                limit.limit().countsSends() ? (Math.abs(use) == 1 ? "send" : "sends") : unit(limit);
        if (use < 0 && value <= 0) {
            return "%s%s saves %s for %s %s less, which now pays"
                    .formatted(
                            added.isEmpty() ? "leaving out " : "",
                            added.isEmpty() ? removed : swap(added, removed),
                            amount(-use) + " " + unit,
                            money(-value),
                            currency);
        }
        return "%s brings %s %s for %s, which now pays"
                .formatted(
                        added.isEmpty() ? "leaving out " + removed : swap(added, removed),
                        money(value),
                        currency,
                        amount(use) + " " + unit);
    }

    private static String swap(String added, String removed) {
        return removed.isEmpty() ? added : added + " instead of " + removed;
    }

    private String unit(PricedLimit limit) {
        return limit.limit().charge().isMoney() ? currency : "of it";
    }

    /** Neither closed nor revalued nor priced otherwise. */
    String indifferent(String added, String removed) {
        if (Math.abs(sum.each(sum.recosted)) > 0.005 || Math.abs(sum.each(sum.revalued)) > 0.005) {
            return "%s is valued or costs otherwise now"
                    .formatted(added.isEmpty() ? removed : swap(added, removed));
        }
        return "at the prices both are worth about the same, and what is left of a limit goes to some of them";
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
        return String.format(Locale.ROOT, Math.abs(price) < 0.1 ? "%.4f" : "%.2f", price);
    }
}
