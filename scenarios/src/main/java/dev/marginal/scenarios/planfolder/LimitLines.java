package dev.marginal.scenarios.planfolder;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says shared limits as lines of {@code plan.json}. */
record LimitLines(List<Offer> offers) {
    private static final int MICRO_DIGITS = 6;

    PlanDocument.LimitLine line(LimitUse use) {
        Limit.Shared limit = use.limit();
        return new PlanDocument.LimitLine(
                limit.name(),
                charge(limit),
                ids(limit.offers()),
                limit.isPlain() ? where(limit.parts().get(0).where()) : null,
                limit.isPlain() ? null : limit.parts().stream().map(this::part).toList(),
                limit.hasFloor() ? amount(limit, limit.least()) : null,
                limit.hasCeiling() ? amount(limit, limit.most()) : null,
                amount(limit, use.use()),
                use.price());
    }

    /** Such as {@code cost}, or {@code 3 cost - 2 value}. */
    private static String charge(Limit.Shared limit) {
        return limit.parts().stream()
                .map(LimitLines::weighted)
                .collect(Collectors.joining(" + "))
                .replace("+ -", "- ");
    }

    private static String weighted(Limit.Part part) {
        return part.weight() == 1 ? part.charge().name() : part.weight() + " " + part.charge();
    }

    private PlanDocument.PartLine part(Limit.Part part) {
        return new PlanDocument.PartLine(
                part.charge().name(), part.weight(), ids(part.offers()), where(part.where()));
    }

    private static PlanDocument.WhereLine where(Segment where) {
        return where.isEveryone()
                ? null
                : new PlanDocument.WhereLine(where.column(), where.values());
    }

    private List<String> ids(OfferSet set) {
        return IntStream.range(0, offers.size())
                .filter(set::contains)
                .mapToObj(offer -> offers.get(offer).id())
                .toList();
    }

    private static BigDecimal amount(Limit.Shared limit, long amount) {
        return limit.countsSends()
                ? BigDecimal.valueOf(amount)
                : BigDecimal.valueOf(amount, MICRO_DIGITS);
    }
}
