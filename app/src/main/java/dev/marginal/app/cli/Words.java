package dev.marginal.app.cli;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import java.util.Locale;

/** Numbers as a marketer reads them. */
record Words(String currency) {
    private static final double LARGE = 100_000;

    /** An amount with its currency. */
    String money(double amount) {
        return amount(amount) + " " + currency;
    }

    /** An amount without its currency; cents are left out where they say nothing. */
    String amount(double amount) {
        double zeroed = amount == 0 ? 0 : amount;
        return String.format(Locale.ROOT, Math.abs(amount) >= LARGE ? "%,.0f" : "%,.2f", zeroed);
    }

    /** A small share, with two digits that count. */
    String percent(double share) {
        double percent = share * 100;
        if (percent == 0) {
            return "0 %";
        }
        int digits = Math.max(1, Math.min(9, 1 - (int) Math.floor(Math.log10(percent))));
        return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
    }

    /** What a binding limit's price means. */
    String price(LimitUse use) {
        double price = use.price();
        if (use.limit().charge() == Limit.Charge.COST) {
            return "one more %s earns %s".formatted(currency, money(price));
        }
        long step = step(use);
        String sends = step == 1 ? "send" : "%,d sends".formatted(step);
        return price > 0
                ? "one more %s earn%s %s"
                        .formatted(sends, step == 1 ? "s" : "", money(price * step))
                : "one %s fewer would earn %s".formatted(sends, money(-price * step));
    }

    private static long step(LimitUse use) {
        if (use.use() >= 10_000) {
            return 1_000;
        }
        return use.use() >= 1_000 ? 100 : 1;
    }
}
