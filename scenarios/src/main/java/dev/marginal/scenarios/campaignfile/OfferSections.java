package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Offer;
import dev.marginal.scenarios.Amount;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.uplift.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be sent.
 *
 * @param asked hears of the audience's columns that amounts are taken from
 * @param learntCosts whether the history says what sends cost
 * @param exemptCounts whether a message that obeys no contact cap uses them up all the same
 */
record OfferSections(Section root, Asked asked, boolean learntCosts, boolean exemptCounts) {
    private static final int MOST_OFFERS = 64;
    private static final double MOST_EACH = 1e9;
    private static final Set<String> TAKEN =
            Set.of("sends", "cost", "value", Charge.CO_FUNDING.name(), Budget.VARIANCE);
    private static final Pattern WORDS =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+&-]{0,63}");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.\\d].*");

    List<CampaignOffer> offers() {
        String example = "{offer: push, treatment: push, channel: push, cost_per_send: 0.01}";
        List<CampaignOffer> offers = new ArrayList<>();
        for (Section section : root.sections("offers", example)) {
            String id = plainWord(section, "offer", "offer: push");
            String treatment =
                    section.text(
                            "treatment",
                            "treatment: push, the arm of the history that got this offer");
            String channel = plainWord(section, "channel", "channel: push");
            double perSend = cost(section, "cost_per_send");
            double perOrder = cost(section, "cost_per_order");
            BigDecimal coFunded = section.share("co_funded").orElse(BigDecimal.ZERO);
            Optional<Tier> tier = TierKeys.tier(section);
            Map<String, Amount> amounts = amounts(section);
            Message message = MessageKeys.message(section, channel, exemptCounts);
            section.noOtherKeys();
            if (offers.stream().anyMatch(other -> other.offer().id().equals(id)) && !id.isEmpty()) {
                section.wrong("offer", id, "must be unique", "Another offer has the same id.");
            } else if (!id.isEmpty() && !treatment.isEmpty() && !channel.isEmpty()) {
                CampaignOffer offer =
                        new CampaignOffer(
                                new Offer(id, channel),
                                treatment,
                                perSend,
                                perOrder,
                                coFunded,
                                amounts,
                                tier,
                                message);
                offers.forEach(other -> TierKeys.requireAgreement(section, offer, other));
                offers.add(offer);
            }
        }
        if (offers.size() > MOST_OFFERS) {
            root.wrong(
                    "offers",
                    offers.size() + " offers",
                    "must be at most %d".formatted(MOST_OFFERS),
                    "Maybe plan some of them in a campaign of their own.");
        }
        if (!root.has("offers") || (offers.isEmpty() && root.problems() == 0)) {
            root.missing("offers", "offers: [%s]".formatted(example));
        }
        return offers;
    }

    private double cost(Section offer, String key) {
        OptionalDouble cost = Money.ofSend(offer, key);
        if (learntCosts && offer.has(key)) {
            offer.wrong(
                    key,
                    offer.scalarText(key),
                    "must not be given beside history.cost, from which costs are learnt",
                    "Keep one of the two.");
        }
        return cost.orElse(0);
    }

    /** {@code amounts: {minutes: 6}}, or {@code amounts: {minutes: minutes_column}}. */
    private Map<String, Amount> amounts(Section offer) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        if (!offer.has("amounts")) {
            return amounts;
        }
        Section section = offer.section("amounts", "amounts: {minutes: 6}");
        for (String name : section.keys()) {
            if (TAKEN.contains(name) || !WORDS.matcher(name).matches()) {
                section.wrong(
                        name,
                        null,
                        "cannot be the name of an amount",
                        "Take a word of your own, such as minutes.");
            }
            amounts.put(name, amount(section, name));
        }
        return amounts;
    }

    private Amount amount(Section section, String name) {
        String text = section.scalarText(name);
        if (text == null || NUMBER_LIKE.matcher(text).matches()) {
            OptionalDouble each =
                    section.number(
                            name,
                            -MOST_EACH,
                            MOST_EACH,
                            "must be a number within a billion, or a column of the audience");
            return new Amount.Fixed(each.orElse(0));
        }
        String column = section.text(name, name + ": 6");
        asked.add(
                new AudienceWords.Column(
                        section.place(name), column, AudienceWords.Use.AMOUNT, Map.of()));
        return new Amount.OfColumn(column);
    }

    /** A word that stands in files and on screens as it is. */
    private static String plainWord(Section section, String key, String example) {
        String word = section.text(key, example);
        if (!word.isEmpty() && !WORDS.matcher(word).matches()) {
            section.wrong(
                    key,
                    word,
                    "must be up to 64 letters, digits, spaces and . _ + & -, the first a letter or digit",
                    "It stands in files that other programs read.");
        }
        return word;
    }
}
