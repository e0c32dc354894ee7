package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The rules that a campaign file may name, each with the sentence it is read from. A new rule is
 * its record in {@code optimizer.rules}, a line in this list, and its claim in the audit.
 */
final class RuleCatalog {
    private static final Map<String, Reading> RULES =
            new TreeMap<>(
                    Map.of(
                            "contact_limit", RuleCatalog::contactLimit,
                            "channel_cap", RuleCatalog::channelCap,
                            "offer_quota", RuleCatalog::offerQuota,
                            "exclusion", RuleCatalog::exclusion));

    private RuleCatalog() {}

    /** Reads a rule's sentence; empty where a problem was told. */
    private interface Reading {
        Optional<Rule> read(Section sentence, Vocabulary words);
    }

    /** The channels and offers that sentences may speak of. */
    record Vocabulary(Collection<String> channels, Collection<String> offers) {
        static Vocabulary of(List<Offer> offers) {
            return new Vocabulary(
                    offers.stream().map(Offer::channel).distinct().toList(),
                    offers.stream().map(Offer::id).toList());
        }
    }

    static Optional<Rule> read(Section sentence, Vocabulary words) {
        String name = sentence.word("rule", RULES.keySet(), "contact_limit");
        Reading reading = RULES.get(name);
        if (reading == null) {
            return Optional.empty();
        }
        Optional<Rule> rule = reading.read(sentence, words);
        sentence.noOtherKeys();
        return rule;
    }

    private static Optional<Rule> contactLimit(Section sentence, Vocabulary words) {
        List<String> channels = new ArrayList<>(words.channels());
        channels.add("any");
        String channel = sentence.word("channel", channels, "any");
        OptionalLong atMost = sentence.whole("at_most", 1);
        if (!sentence.has("at_most")) {
            sentence.missing("at_most", "at_most: 1");
        }
        if (channel.isEmpty() || atMost.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = channel.equals("any") ? Scope.ANY : new Scope.OfChannel(channel);
        return Optional.of(new ContactLimit(scope, (int) Math.min(64, atMost.getAsLong())));
    }

    private static Optional<Rule> channelCap(Section sentence, Vocabulary words) {
        String channel = sentence.word("channel", words.channels(), "push");
        OptionalLong maxSends = sentence.whole("max_sends", 0);
        OptionalDouble maxSpend =
                sentence.number(
                        "max_spend", 0, CampaignFileReader.MOST_MONEY, CampaignFileReader.MONEY);
        if (!sentence.has("max_sends") && !sentence.has("max_spend")) {
            sentence.missing("max_sends", "max_sends: 50000, or max_spend: 1000");
        }
        if (channel.isEmpty() || (maxSends.isEmpty() && maxSpend.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new ChannelCap(channel, maxSends, maxSpend));
    }

    private static Optional<Rule> offerQuota(Section sentence, Vocabulary words) {
        String offer = sentence.word("offer", words.offers(), "coupon_10");
        OptionalLong minSends = sentence.whole("min_sends", 0);
        OptionalLong maxSends = sentence.whole("max_sends", 0);
        if (!sentence.has("min_sends") && !sentence.has("max_sends")) {
            sentence.missing("max_sends", "max_sends: 5000, or min_sends: 500");
        }
        if (minSends.isPresent()
                && maxSends.isPresent()
                && minSends.getAsLong() > maxSends.getAsLong()) {
            sentence.wrong(
                    "min_sends",
                    sentence.scalarText("min_sends"),
                    "must not be above max_sends (%s)".formatted(sentence.scalarText("max_sends")),
                    "Maybe they are the wrong way round.");
            return Optional.empty();
        }
        if (offer.isEmpty() || (minSends.isEmpty() && maxSends.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new OfferQuota(offer, minSends.orElse(0), maxSends));
    }

    private static Optional<Rule> exclusion(Section sentence, Vocabulary words) {
        List<String> offers = sentence.words("offers");
        offers.stream()
                .filter(offer -> !words.offers().contains(offer))
                .forEach(
                        offer ->
                                sentence.wrong(
                                        "offers",
                                        offer,
                                        "must be one of " + String.join(", ", words.offers()),
                                        Suggestion.didYouMean(offer, words.offers())));
        String example = "offers: [coupon_5, coupon_10], of which a customer gets one at most";
        if (!sentence.has("offers")) {
            sentence.missing("offers", example);
        }
        if (offers.stream().distinct().count() < Math.max(2, offers.size())) {
            if (!offers.isEmpty()) {
                sentence.wrong(
                        "offers",
                        String.join(", ", offers),
                        "must be two or more different offers",
                        "Such as: " + example + ".");
            }
            return Optional.empty();
        }
        return Optional.of(new Exclusion(offers));
    }
}
