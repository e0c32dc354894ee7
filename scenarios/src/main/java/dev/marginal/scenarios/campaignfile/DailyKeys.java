package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.Flight;
import dev.marginal.scenarios.contacts.CapPreset;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a campaign file says about planning day after day. */
final class DailyKeys {
    private final Section root;
    private final Optional<ContactsFileReader.House> house;
    private final ContactWords words;

    /**
     * Reads the contacts file that a campaign file names.
     *
     * @param folder that its name starts from
     * @param zone the campaign's
     */
    DailyKeys(Section root, Path folder, ZoneId zone, Problems problems) {
        this.root = root;
        this.house = root.optionalText("contacts").flatMap(name -> house(folder, name, problems));
        this.words =
                house.map(ContactsFileReader.House::words)
                        .map(its -> new ContactWords(its.preset(), its.project(), zone))
                        .orElse(new ContactWords(CapPreset.MARGINAL, zone, zone));
    }

    private static Optional<ContactsFileReader.House> house(
            Path folder, String name, Problems problems) {
        try {
            return Optional.of(ContactsFileReader.read(folder.resolve(name), name, problems));
        } catch (BadInput unreadable) {
            unreadable.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    /** Whether messages that obey no cap use them up all the same. */
    boolean exemptCounts() {
        return words.preset().exemptCounts();
    }

    /** Whether a rule speaks of days before the plan's. */
    static boolean isCap(Section rule) {
        return "contact_limit".equals(rule.scalarText("rule"))
                && (rule.has("per") || rule.has("gap"));
    }

    /**
     * All of it.
     *
     * @param rules those of the file that are caps
     */
    Daily daily(String campaign, List<Section> rules, List<CampaignOffer> offers) {
        HoldoutKeys holdout = new HoldoutKeys(root);
        return new Daily(
                house.map(ContactsFileReader.House::file),
                caps(rules, offers),
                holdout.holdout(campaign),
                holdout.exploration(),
                flight());
    }

    private List<ContactCap> caps(List<Section> rules, List<CampaignOffer> offers) {
        List<String> taken =
                house.stream()
                        .flatMap(its -> its.file().policy().caps().stream())
                        .map(ContactCap::id)
                        .toList();
        CapSections sections = new CapSections(words, taken);
        for (Section rule : rules) {
            rule.optionalText("rule");
            sections.maybeNamed(rule);
        }
        List<ContactCap> caps = sections.caps();
        caps.forEach(cap -> requireOffer(sections.section(cap).orElse(root), cap, offers));
        return caps;
    }

    /** A cap that speaks of no offer of the campaign is a slip of the pen. */
    private static void requireOffer(Section rule, ContactCap cap, List<CampaignOffer> offers) {
        if (offers.isEmpty() || offers.stream().anyMatch(offer -> cap.covers(offer.message()))) {
            return;
        }
        boolean tags = !cap.tags().isEmpty();
        List<String> known =
                offers.stream()
                        .map(CampaignOffer::message)
                        .flatMap(
                                message ->
                                        tags
                                                ? message.tags().stream()
                                                : Stream.of(message.channel()))
                        .distinct()
                        .toList();
        String said = String.join(", ", tags ? cap.tags() : cap.channels());
        String key =
                Stream.of("tag", "tags", "channel", "channels")
                        .filter(rule::has)
                        .findFirst()
                        .orElse("rule");
        rule.wrong(
                key,
                said,
                "must be of some offer: their %s are %s"
                        .formatted(
                                tags ? "tags" : "channels",
                                known.isEmpty() ? "none" : String.join(", ", known)),
                Suggestion.didYouMean(said, known));
    }

    private Optional<Flight> flight() {
        if (!root.has("flight")) {
            return Optional.empty();
        }
        Section section = root.section("flight", "flight: {from: 2026-11-16, until: 2026-11-29}");
        Optional<LocalDate> from = date(section, "from", "from: 2026-11-16");
        Optional<LocalDate> until = date(section, "until", "until: 2026-11-29");
        section.noOtherKeys();
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().isBefore(from.get())) {
            section.wrong(
                    "until",
                    until.get().toString(),
                    "must not be before from (%s)".formatted(from.get()),
                    "Maybe they are the wrong way round.");
            return Optional.empty();
        }
        return Optional.of(new Flight(from.get(), until.get()));
    }

    /** A day that may be left out. */
    static Optional<LocalDate> maybeDate(Section section, String key) {
        return section.has(key) ? date(section, key, key + ": 2026-11-29") : Optional.empty();
    }

    private static Optional<LocalDate> date(Section section, String key, String example) {
        String text = section.text(key, example);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            section.wrong(key, text, "must be a day", "Such as 2026-11-29.");
            return Optional.empty();
        }
    }
}
