package dev.marginal.scenarios.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.NotSent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What each reason says, in slow arithmetic of its own. */
record ReasonTruth(TestCampaign campaign, CampaignPlan plan) {
    private static final double PLAY = 1e-3;

    void check(Map<NotSent.Code, Integer> seen) {
        Catalogue catalogue = new Catalogue();
        Verdicts verdicts = new Verdicts(plan, campaign.rules, campaign.gates, catalogue);
        for (int customer = 0; customer < campaign.customers; customer++) {
            long sent = sent(customer);
            verdicts.turnTo(customer, sent);
            for (int offer = 0; offer < campaign.offers.size(); offer++) {
                if ((sent >>> offer & 1) == 0) {
                    NotSent reason = catalogue.get(verdicts.reason(offer));
                    assertThat(isTrue(reason, customer, offer, sent))
                            .as("%s of offer %d, customer %d", reason, offer, customer)
                            .isTrue();
                    seen.merge(reason.code(), 1, Integer::sum);
                }
            }
        }
    }

    private boolean isTrue(NotSent reason, int customer, int offer, long sent) {
        boolean closed = !campaign.gates.isOpen(offer, customer);
        boolean shut = personal(offer).anyMatch(limit -> limit.most() == 0);
        double value = book().value()[offer][customer];
        return switch (reason.code()) {
            case HOLDOUT -> closed;
            case CAP -> closed ? reason.rule().equals("weekly") : shut;
            case NEGATIVE_VALUE -> !closed && !shut && value <= 0;
            case BUDGET -> !closed && value > 0 && budgetIsInTheWay(customer, offer, sent);
            case BELOW_PRICE ->
                    !closed && value > 0 && isInTheWay(reason.rule(), customer, offer, sent);
            case BETTER_CHOSEN ->
                    !closed && value > 0 && betterWasChosen(reason.rule(), customer, offer, sent);
            default -> false;
        };
    }

    /** Worth all prices but the budget's, or left out because the last coin was spent. */
    private boolean budgetIsInTheWay(int customer, int offer, long sent) {
        double reduced = reduced(customer, offer, "");
        return reduced <= PLAY
                ? reduced(customer, offer, "budget") > -PLAY
                : doesNotFit("budget", customer, offer, sent);
    }

    private boolean isInTheWay(String name, int customer, int offer, long sent) {
        double reduced = reduced(customer, offer, "");
        return reduced <= PLAY
                ? reduced(customer, offer, "budget") <= PLAY && chargesMost(name, customer, offer)
                : doesNotFit(name, customer, offer, sent);
    }

    private boolean chargesMost(String name, int customer, int offer) {
        double own = charge(use(name), customer, offer);
        return own > 0
                && uses().stream()
                        .filter(use -> !use.limit().name().equals("budget"))
                        .allMatch(use -> charge(use, customer, offer) <= own + PLAY);
    }

    /**
     * The limit is full, and it is full of better offers, or no admissible set with the offer that
     * fits is better.
     */
    private boolean betterWasChosen(String name, int customer, int offer, long sent) {
        List<Limit.Personal> full =
                personal(offer)
                        .filter(limit -> limit.name().equals(name))
                        .filter(
                                limit ->
                                        Long.bitCount(limit.offers().bits() & sent) == limit.most())
                        .toList();
        boolean ofBetter =
                full.stream()
                        .anyMatch(
                                limit ->
                                        offers(limit.offers().bits() & sent)
                                                .allMatch(
                                                        other ->
                                                                reduced(customer, other, "") + PLAY
                                                                        >= reduced(
                                                                                customer, offer,
                                                                                "")));
        return !full.isEmpty()
                && (ofBetter
                        || LongStream.range(0, 1L << campaign.offers.size())
                                .filter(set -> (set >>> offer & 1) != 0)
                                .filter(set -> isAdmissible(set, customer))
                                .filter(set -> worth(set, customer) > worth(sent, customer) + PLAY)
                                .allMatch(
                                        set ->
                                                fits(set, customer, sent)
                                                        && value(set, customer)
                                                                <= value(sent, customer)));
    }

    private boolean fits(long set, int customer, long sent) {
        return uses().stream()
                .noneMatch(
                        use ->
                                breaks(
                                        use.limit(),
                                        use.use()
                                                + units(use.limit(), customer, set)
                                                - units(use.limit(), customer, sent)));
    }

    private double value(long set, int customer) {
        return offers(set).mapToDouble(offer -> book().value()[offer][customer]).sum();
    }

    private IntStream offers(long set) {
        return IntStream.range(0, campaign.offers.size()).filter(offer -> (set >>> offer & 1) != 0);
    }

    private long units(Limit.Shared limit, int customer, long set) {
        return offers(set).mapToLong(offer -> units(limit, customer, offer)).sum();
    }

    private boolean isAdmissible(long set, int customer) {
        return offers(set)
                .allMatch(
                        offer ->
                                campaign.gates.isOpen(offer, customer)
                                        && personal(offer)
                                                .allMatch(
                                                        limit ->
                                                                Long.bitCount(
                                                                                limit.offers()
                                                                                                .bits()
                                                                                        & set)
                                                                        <= limit.most()));
    }

    private double worth(long set, int customer) {
        return offers(set).mapToDouble(offer -> reduced(customer, offer, "")).sum();
    }

    /** Alone, or in some set of the customer's. */
    private boolean doesNotFit(String name, int customer, int offer, long sent) {
        Limit.Shared limit = use(name).limit();
        long others = use(name).use() - units(limit, customer, sent);
        return LongStream.range(0, 1L << campaign.offers.size())
                .filter(set -> (set >>> offer & 1) != 0 && isAdmissible(set, customer))
                .filter(set -> worth(set, customer) > worth(sent, customer) - PLAY)
                .anyMatch(set -> breaks(limit, others + units(limit, customer, set)));
    }

    private static boolean breaks(Limit.Shared limit, long use) {
        return use > limit.most() || use < limit.least();
    }

    /** In currency; one limit can be left out. */
    private double reduced(int customer, int offer, String without) {
        double charges =
                uses().stream()
                        .filter(use -> !use.limit().name().equals(without))
                        .mapToDouble(use -> charge(use, customer, offer))
                        .sum();
        return book().value()[offer][customer] - charges;
    }

    private double charge(LimitUse use, int customer, int offer) {
        double units = units(use.limit(), customer, offer);
        return use.price() * (use.limit().countsSends() ? units : units / 1e6);
    }

    private long units(Limit.Shared limit, int customer, int offer) {
        long units = 0;
        for (Limit.Part part : limit.parts()) {
            if (part.offers().contains(offer) && isIn(part, customer)) {
                units += part.weight() * amount(part.charge(), customer, offer);
            }
        }
        return units;
    }

    private long amount(Charge charge, int customer, int offer) {
        if (charge.equals(Charge.SENDS)) {
            return 1;
        }
        return charge.equals(Charge.COST)
                ? book().costMicros(offer, customer)
                : book().valueMicros(offer, customer);
    }

    private boolean isIn(Limit.Part part, int customer) {
        Segmentation stages = book().segmentations().get(0);
        return part.where().isEveryone()
                || part.where().values().contains(stages.names().get(stages.code()[customer]));
    }

    private Stream<Limit.Personal> personal(int offer) {
        return campaign.rules
                .limits(Terms.of(book()))
                .filter(Limit.Personal.class::isInstance)
                .map(Limit.Personal.class::cast)
                .filter(limit -> limit.offers().contains(offer));
    }

    private long sent(int customer) {
        long sent = 0;
        for (int send = 0; send < plan.sends().sends(); send++) {
            sent |=
                    plan.sends().customer()[send] == customer
                            ? 1L << plan.sends().offer()[send]
                            : 0;
        }
        return sent;
    }

    private LimitUse use(String name) {
        return uses().stream()
                .filter(use -> use.limit().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<LimitUse> uses() {
        return plan.sends().limits();
    }

    private OfferBook book() {
        return plan.offers();
    }
}
