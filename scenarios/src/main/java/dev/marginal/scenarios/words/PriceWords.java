package dev.marginal.scenarios.words;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import dev.marginal.scenarios.CampaignPlan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the price of a limit means, as a sentence about money.
 *
 * @param words of the plan's currency
 */
public record PriceWords(CampaignPlan plan, Words words) {
    private static final double ROI_STEP = 0.1;
    private static final double PERCENTAGE_POINT = 0.01;

    /**
     * Whether a limit has a price of its own that says something: that of the variance is part of
     * the budget's, and that of a ceiling of nothing only forbids.
     */
    public static boolean isTold(LimitUse use) {
        Limit.Shared limit = use.limit();
        boolean forbids = limit.isPlain() && limit.most() == 0 && limit.neverNegative();
        return use.binds() && !limit.charge().name().equals(Budget.VARIANCE) && !forbids;
    }

    public String price(LimitUse use) {
        if (use.limit().isPlain()) {
            return plain(use);
        }
        return charges(use.limit(), Charge.VALUE) ? roi(use) : share(use);
    }

    /** One more of what it limits, or less of what it asks for. */
    private String plain(LimitUse use) {
        Limit.Part part = use.limit().parts().get(0);
        long step = step(use);
        String whom = of(part) + who(part.where());
        String worth = words.money(Math.abs(use.price()) * step);
        if (use.price() < 0) {
            String fewer = part.charge().equals(Charge.SENDS) ? "fewer" : "less";
            return "%s %s%s would earn %s"
                    .formatted(
                            step == 1
                                    ? "one " + unit(part.charge(), 1)
                                    : amount(part.charge(), step),
                            fewer,
                            whom,
                            worth);
        }
        return "%s%s earns %s"
                .formatted(
                        step == 1
                                ? "one more " + unit(part.charge(), 1)
                                : "another " + amount(part.charge(), step),
                        whom,
                        worth);
    }

    /** Relaxing {@code ρ Σ cost − Σ value ≤ 0} by a step of ρ makes room for step × Σ cost. */
    private String roi(LimitUse use) {
        Limit.Part value = part(use.limit(), Charge.VALUE);
        double spend = plan.totals().of(value.offers(), value.where(), Charge.COST);
        double room = ROI_STEP * spend * Math.abs(value.weight());
        return "a minimum that is %s lower would earn about %s"
                .formatted(ROI_STEP, words.money(use.price() * room));
    }

    /** Relaxing {@code Σ own − share Σ all} by a percentage point makes room for that of all. */
    private String share(LimitUse use) {
        Limit.Part own = own(use.limit());
        double all =
                plan.totals().of(own.offers(), Segment.EVERYONE, own.charge())
                        * PERCENTAGE_POINT
                        * own.weight();
        return "one percentage point %s would earn about %s"
                .formatted(
                        use.price() < 0 ? "less" : "more",
                        words.money(Math.abs(use.price()) * all));
    }

    private static boolean charges(Limit.Shared limit, Charge charge) {
        return limit.parts().stream().anyMatch(part -> part.charge().equals(charge));
    }

    private static Limit.Part part(Limit.Shared limit, Charge charge) {
        return limit.parts().stream()
                .filter(part -> part.charge().equals(charge))
                .findFirst()
                .orElseThrow();
    }

    private static Limit.Part own(Limit.Shared limit) {
        return limit.parts().stream()
                .filter(part -> !part.where().isEveryone())
                .findFirst()
                .orElse(limit.parts().get(0));
    }

    private String amount(Charge charge, long step) {
        return "%,d %s".formatted(step, unit(charge, step));
    }

    private String unit(Charge charge, long count) {
        if (charge.equals(Charge.SENDS)) {
            return count == 1 ? "send" : "sends";
        }
        if (charge.isInCurrency()) {
            return words.currency();
        }
        return count == 1 ? "unit of " + charge : charge.name();
    }

    /** The offers, by their channel where they are all of it; nothing for every offer. */
    private String of(Limit.Part part) {
        List<Offer> offers = plan.offers().offers();
        OfferSet set = part.offers();
        List<Offer> meant =
                IntStream.range(0, offers.size())
                        .filter(set::contains)
                        .mapToObj(offers::get)
                        .toList();
        if (meant.size() == offers.size()) {
            return "";
        }
        String channel = meant.get(0).channel();
        boolean whole =
                meant.equals(offers.stream().filter(one -> one.channel().equals(channel)).toList());
        String name =
                whole ? channel : meant.stream().map(Offer::id).collect(Collectors.joining(" + "));
        return (part.charge().isInCurrency() ? " on " : " of ") + name;
    }

    private static String who(Segment where) {
        if (where.isEveryone()) {
            return "";
        }
        return where.values().equals(List.of("yes")) ? " where " + where.column() : " for " + where;
    }

    private static long step(LimitUse use) {
        return step(
                use.limit().countsSends()
                        ? use.use()
                        : Math.abs((double) use.use()) / OfferBook.MICROS);
    }

    private static long step(double use) {
        if (use >= 10_000) {
            return 1_000;
        }
        return use >= 1_000 ? 100 : 1;
    }
}
