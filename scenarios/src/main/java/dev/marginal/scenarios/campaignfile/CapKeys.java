package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.contacts.CapPreset;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.tables.Suggestion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** One cap, in the words that contacts files and campaign files share. */
record CapKeys(Section section, ContactWords words) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+&/-]{0,63}");
    private static final List<String> STATUSES =
            Arrays.stream(SendStatus.values()).map(SendStatus::word).toList();
    private static final int MOST = 1_000_000;

    /** A cap in the place of {@code overrides}, or empty after a problem. */
    Optional<ContactCap> cap(String id, List<String> overrides) {
        long before = section.problems();
        List<String> channels = ContactWords.oneOrMany(section, "channel", "channels");
        List<String> tags = tags(ContactWords.oneOrMany(section, "tag", "tags"));
        Window window = new WindowKeys(section, words).window();
        int atMost = atMost();
        Set<SendStatus> counted = counted();
        section.noOtherKeys();
        return section.problems() > before
                ? Optional.empty()
                : Optional.of(
                        new ContactCap(id, atMost, window, channels, tags, counted, overrides));
    }

    /** A cap's name: of letters and what stands well in files. */
    static boolean isName(String text) {
        return WORD.matcher(text).matches();
    }

    private List<String> tags(List<String> tags) {
        return checkedTags(section, section.has("tag") ? "tag" : "tags", tags);
    }

    /** Tags that can stand in files. */
    static List<String> checkedTags(Section section, String key, List<String> tags) {
        tags.stream()
                .filter(tag -> !isName(tag))
                .forEach(
                        tag ->
                                section.wrong(
                                        key,
                                        tag,
                                        "must be up to 64 letters, digits, spaces and . _ + & - /",
                                        "promo/spring is nested in promo."));
        return tags;
    }

    private int atMost() {
        if (section.has("gap")) {
            section.optionalText("at_most")
                    .filter(text -> !section.has("per"))
                    .ifPresent(
                            text ->
                                    section.wrong(
                                            "at_most",
                                            text,
                                            "has no effect beside gap",
                                            "A gap lies between any two sends."));
            return 1;
        }
        OptionalLong atMost = section.whole("at_most", 0);
        if (!section.has("at_most")) {
            section.missing("at_most", "at_most: 3; 0 forbids");
        }
        return (int) Math.min(MOST, atMost.orElse(0));
    }

    /** The statuses of {@code counts}; a reservation counts always, since it may become any. */
    private Set<SendStatus> counted() {
        CapPreset preset = words.preset();
        if (!section.has("counts")) {
            return preset.counted();
        }
        Set<SendStatus> counted = EnumSet.of(SendStatus.PLANNED);
        List<String> said = section.words("counts");
        said.forEach(
                word -> {
                    if (STATUSES.contains(word)) {
                        counted.add(SendStatus.valueOf(word.toUpperCase(Locale.ROOT)));
                    } else {
                        section.wrong(
                                "counts",
                                word,
                                "must be one of " + String.join(", ", STATUSES),
                                Suggestion.didYouMean(word, STATUSES));
                    }
                });
        if (said.isEmpty()) {
            section.wrong(
                    "counts", null, "must name a status", "Such as counts: [sent, delivered].");
        }
        return counted;
    }
}
