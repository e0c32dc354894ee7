package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.AmountCap;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.MinimumReach;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.optimizer.rules.OfferCap;
import dev.marginal.optimizer.rules.OfferQuota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The rules that a campaign file may name, each with the sentence it is read from. A new rule is
 * its record in {@code optimizer.rules}, a line in this list, and its claim in the audit.
 */
final class RuleCatalog {
    private static final Map<String, Reading> RULES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("amount_cap", RuleCatalog::amountCap),
                            Map.entry("channel_cap", RuleCatalog::channelCap),
                            Map.entry("co_funding", SegmentSentences::coFunding),
                            Map.entry("contact_limit", RuleCatalog::contactLimit),
                            Map.entry("exclusion", RuleCatalog::exclusion),
                            Map.entry("minimum_reach", RuleCatalog::minimumReach),
                            Map.entry("minimum_roi", RuleCatalog::minimumRoi),
                            Map.entry("offer_cap", RuleCatalog::offerCap),
                            Map.entry("offer_quota", RuleCatalog::offerQuota),
                            Map.entry("segment_budget", SegmentSentences::budget),
                            Map.entry("segment_share", SegmentSentences::share)));

    private static final List<String> SENDS_AND_SPEND =
            List.of("max_sends", "max_spend", "min_sends", "min_spend");
    private static final double MOST_ROI = 10_000;
    private static final double MOST_AMOUNT = 1e12;
    private static final int MOST_CONTACTS = 64;

    private RuleCatalog() {}

    /** Reads a rule's sentence; the rule is made only if no problem was told. */
    interface Reading {
        Supplier<Rule> read(Sentence sentence);
    }

    static Optional<Rule> read(Sentence sentence) {
        Section section = sentence.section();
        long before = section.problems();
        Reading reading = RULES.get(section.word("rule", RULES.keySet(), "contact_limit"));
        if (reading == null) {
            return Optional.empty();
        }
        Supplier<Rule> rule = reading.read(sentence);
        section.noOtherKeys();
        return section.problems() == before ? Optional.of(rule.get()) : Optional.empty();
    }

    private static Supplier<Rule> contactLimit(Sentence sentence) {
        Section section = sentence.section();
        Scope scope =
                section.has("offers") ? sentence.scope() : Sentence.anyOr(sentence.channelOrAny());
        OptionalLong atMost = section.whole("at_most", 1);
        if (!section.has("at_most")) {
            section.missing("at_most", "at_most: 1");
        }
        return () -> new ContactLimit(scope, (int) Math.min(MOST_CONTACTS, atMost.getAsLong()));
    }

    private static Supplier<Rule> channelCap(Sentence sentence) {
        String channel = sentence.channel();
        Segment where = sentence.where();
        Allowance cap = sentence.allowance(List.of("max_sends", "max_spend"));
        return () -> new ChannelCap(channel, where, cap.maxSends(), cap.maxSpend());
    }

    private static Supplier<Rule> offerQuota(Sentence sentence) {
        String offer =
                sentence.section().word("offer", sentence.words().offers(), "offer: coupon_10");
        Allowance quota = sentence.allowance(List.of("max_sends", "min_sends"));
        return () -> new OfferQuota(offer, quota.minSends().orElse(0), quota.maxSends());
    }

    private static Supplier<Rule> offerCap(Sentence sentence) {
        List<String> offers = sentence.offers(1, "offers: [coupon_5, coupon_10]");
        Segment where = sentence.where();
        Allowance cap = sentence.allowance(SENDS_AND_SPEND);
        return () -> new OfferCap(offers, where, cap);
    }

    private static Supplier<Rule> exclusion(Sentence sentence) {
        List<String> offers =
                sentence.offers(
                        2, "offers: [coupon_5, coupon_10], of which a customer gets one at most");
        return () -> new Exclusion(offers);
    }

    private static Supplier<Rule> minimumReach(Sentence sentence) {
        Scope scope = sentence.scope();
        Segment where = sentence.where();
        OptionalLong minSends = sentence.section().whole("min_sends", 1);
        if (!sentence.section().has("min_sends")) {
            sentence.section().missing("min_sends", "min_sends: 500");
        }
        return () -> new MinimumReach(scope, where, minSends.getAsLong());
    }

    private static Supplier<Rule> minimumRoi(Sentence sentence) {
        Scope scope = sentence.scope();
        Segment where = sentence.where();
        Optional<BigDecimal> atLeast =
                sentence.section()
                        .decimal(
                                "at_least",
                                MOST_ROI,
                                "must be a number from 0 to 10,000 with at most four decimals, such as 1.5");
        if (!sentence.section().has("at_least")) {
            sentence.section().missing("at_least", "at_least: 1.5");
        }
        return () -> new MinimumRoi(atLeast.orElseThrow(), scope, where);
    }

    private static Supplier<Rule> amountCap(Sentence sentence) {
        Section section = sentence.section();
        String amount = section.text("amount", "amount: minutes");
        if (!amount.isEmpty() && !sentence.words().amounts().contains(amount)) {
            section.wrong(
                    "amount",
                    amount,
                    "must be an amount that offers declare",
                    "Such as: amounts: {%s: 6} at an offer.".formatted(amount));
        }
        Scope scope = sentence.scope();
        Segment where = sentence.where();
        OptionalDouble least = amount(section, "at_least");
        OptionalDouble most = amount(section, "at_most");
        Sentence.isOrdered(section, "at_least", "at_most", least, most);
        if (!section.has("at_least") && !section.has("at_most")) {
            section.missing("at_most", "at_most: 5000");
        }
        return () -> new AmountCap(amount, scope, where, least, most);
    }

    private static OptionalDouble amount(Section section, String key) {
        return section.number(key, -MOST_AMOUNT, MOST_AMOUNT, "must be a number within a trillion");
    }
}
