package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.Traits;
import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One rule of a campaign file, read in the words that rules share. */
record Sentence(Section section, Vocabulary words, Asked asked) {
    /** A channel's name, as the offers have it. */
    String channel() {
        return section.word("channel", words.channels(), "channel: push");
    }

    /** The offers of {@code channel} or {@code offers}; every offer where neither is given. */
    Scope scope() {
        if (section.has("offers")) {
            if (section.has("channel")) {
                section.optionalText("channel");
                section.wrong(
                        "channel", "and offers", "must not both be given", "Keep one of the two.");
            }
            return new Scope.Of(offers(1, "offers: [push]"));
        }
        return section.has("channel") ? anyOr(channelOrAny()) : Scope.ANY;
    }

    /** A channel's name, or {@code any}. */
    String channelOrAny() {
        List<String> channels = new ArrayList<>(words.channels());
        channels.add("any");
        return section.word("channel", channels, "channel: any");
    }

    static Scope anyOr(String channel) {
        return channel.isEmpty() || channel.equals("any")
                ? Scope.ANY
                : new Scope.OfChannel(channel);
    }

    /** Different offers, {@code least} or more. */
    List<String> offers(int least, String example) {
        List<String> offers = section.words("offers");
        if (!section.has("offers")) {
            section.missing("offers", example);
        }
        offers.stream()
                .filter(offer -> !words.offers().contains(offer))
                .forEach(
                        offer ->
                                section.wrong(
                                        "offers",
                                        offer,
                                        "must be one of " + String.join(", ", words.offers()),
                                        Suggestion.didYouMean(offer, words.offers())));
        boolean few = offers.size() < least || offers.stream().distinct().count() < offers.size();
        if (section.has("offers") && few) {
            section.wrong(
                    "offers",
                    String.join(", ", offers),
                    least > 1
                            ? "must be two or more different offers"
                            : "must be one or more different offers",
                    "Such as: " + example + ".");
        }
        return offers.isEmpty() ? List.of("-") : offers;
    }

    /** The customers of {@code where}; everyone where it is not given. */
    Segment where() {
        return where("where");
    }

    /** The customers that a key speaks of; everyone where it is not given. */
    Segment where(String key) {
        Optional<String> text = section.optionalText(key);
        if (text.isEmpty()) {
            return Segment.EVERYONE;
        }
        ConditionText condition = new ConditionText(text.get());
        if (!condition.fault().isEmpty()) {
            section.wrong(
                    key,
                    text.get(),
                    condition.fault(),
                    "Such as: %1$s: \"stage = 'new'\", or %1$s: \"age >= 30 and country in ('SG', 'MY')\"."
                            .formatted(key));
            return Segment.EVERYONE;
        }
        AudienceWords.Place place = section.place(key);
        Optional<Segment> values = condition.segment();
        if (values.isPresent()) {
            asked.add(named(place, values.get()));
            return values.get();
        }
        asked.add(new AudienceWords.Condition(place, text.get(), condition.columns()));
        return Segment.of(text.get(), Traits.NO_OR_YES.get(1));
    }

    private static AudienceWords.Column named(AudienceWords.Place place, Segment segment) {
        Map<String, AudienceWords.Place> values = new LinkedHashMap<>();
        segment.values().forEach(value -> values.put(value, place));
        return new AudienceWords.Column(place, segment.column(), AudienceWords.Use.QUOTED, values);
    }

    /** The column of {@code by}, of which these values are named elsewhere in the rule. */
    String by(Map<String, AudienceWords.Place> values) {
        String column = section.text("by", "by: region, a column of the audience");
        if (!column.isEmpty()) {
            asked.add(
                    new AudienceWords.Column(
                            section.place("by"), column, AudienceWords.Use.VALUES, values));
        }
        return column;
    }

    /** Such of the four keys as the rule takes; at least one must be there. */
    Allowance allowance(List<String> keys) {
        if (keys.stream().noneMatch(section::has)) {
            section.missing(keys.get(0), "%s: 500".formatted(String.join(": 500, or ", keys)));
        }
        OptionalLong minSends = whole("min_sends", keys);
        OptionalLong maxSends = whole("max_sends", keys);
        OptionalDouble minSpend = money("min_spend", keys);
        OptionalDouble maxSpend = money("max_spend", keys);
        boolean ordered =
                isOrdered("sends", decimal(minSends), decimal(maxSends))
                        & isOrdered("spend", minSpend, maxSpend);
        return ordered ? new Allowance(minSends, maxSends, minSpend, maxSpend) : Allowance.NONE;
    }

    private OptionalLong whole(String key, List<String> keys) {
        return keys.contains(key) ? section.whole(key, 0) : OptionalLong.empty();
    }

    private OptionalDouble money(String key, List<String> keys) {
        return keys.contains(key) ? Money.of(section, key) : OptionalDouble.empty();
    }

    private static OptionalDouble decimal(OptionalLong whole) {
        return whole.isPresent() ? OptionalDouble.of(whole.getAsLong()) : OptionalDouble.empty();
    }

    /** Whether min and max are the right way round; tells if they are not. */
    private boolean isOrdered(String what, OptionalDouble least, OptionalDouble most) {
        return isOrdered(section, "min_" + what, "max_" + what, least, most);
    }

    static boolean isOrdered(
            Section section, String min, String max, OptionalDouble least, OptionalDouble most) {
        boolean ordered =
                !(least.isPresent() && most.isPresent())
                        || least.getAsDouble() <= most.getAsDouble();
        if (!ordered) {
            section.wrong(
                    min,
                    section.scalarText(min),
                    "must not be above %s (%s)".formatted(max, section.scalarText(max)),
                    "Maybe they are the wrong way round.");
        }
        return ordered;
    }
}
