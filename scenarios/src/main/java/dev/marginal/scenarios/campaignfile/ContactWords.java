package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.contacts.CapPreset;
import dev.marginal.scenarios.contacts.Zone;
import dev.marginal.tables.Suggestion;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What the words of contact rules stand for.
 *
 * @param preset how caps are meant where they say nothing
 * @param project the zone that all campaigns share; also of customers whose own is unknown
 * @param campaign the zone of {@code zone: campaign}
 */
record ContactWords(CapPreset preset, ZoneId project, ZoneId campaign) {
    Zone customers() {
        return new Zone.Customers(project);
    }

    Zone everyone() {
        return new Zone.Fixed(project);
    }

    /** The zone of {@code zone: customer}, {@code campaign} or {@code Europe/Paris}. */
    Optional<Zone> zone(Section section) {
        return section.optionalText("zone")
                .map(
                        word ->
                                switch (word) {
                                    case "customer" -> customers();
                                    case "campaign" -> new Zone.Fixed(campaign);
                                    default -> new Zone.Fixed(zoneId(section, "zone", word));
                                });
    }

    /** A zone's id; UTC after a problem. */
    static ZoneId zoneId(Section section, String key, String word) {
        try {
            return ZoneId.of(word);
        } catch (DateTimeException unknown) {
            String near = Suggestion.didYouMean(word, ZoneId.getAvailableZoneIds());
            section.wrong(
                    key,
                    word,
                    "must be a time zone",
                    near.isEmpty() ? "Such as Asia/Singapore or UTC." : near);
            return ZoneId.of("UTC");
        }
    }

    /** A time of day, such as {@code 09:00}; midnight after a problem. */
    static LocalTime time(Section section, String key) {
        String text = section.text(key, key + ": \"09:00\"");
        try {
            return text.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeParseException notATime) {
            section.wrong(
                    key,
                    text,
                    "must be a time of day",
                    "Such as \"09:00\" or \"21:30\", in quotes.");
            return LocalTime.MIDNIGHT;
        }
    }

    /**
     * One word under {@code one}, or several under {@code many}; {@code any} and nothing is any.
     */
    static List<String> oneOrMany(Section section, String one, String many) {
        Optional<String> single = section.optionalText(one);
        List<String> several = section.words(many);
        if (section.has(one) && section.has(many)) {
            section.wrong(one, "and " + many, "must not both be given", "Keep one of the two.");
        }
        if (section.has(many) && (several.isEmpty() || several.contains("any"))) {
            section.wrong(many, null, "must be words other than any", "Leave it out for any.");
        }
        return single.map(word -> word.equals("any") ? List.<String>of() : List.of(word))
                .orElse(several);
    }
}
