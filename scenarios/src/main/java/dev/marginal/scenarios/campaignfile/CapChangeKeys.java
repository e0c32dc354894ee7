package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.contacts.CapPreset;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.changes.CapAdded;
import dev.marginal.scenarios.whatif.changes.CapSet;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a scenario says of contact caps. */
final class CapChangeKeys {
    private static final int MOST = 1_000_000;
    private static final String EXAMPLE = "{cap: weekly, at_most: 3}";

    private final Section section;
    private final CampaignFile campaign;
    private final List<String> names;

    CapChangeKeys(Section section, CampaignFile campaign) {
        this.section = section;
        this.campaign = campaign;
        this.names = campaign.daily().allCaps().stream().map(ContactCap::id).toList();
    }

    /** Whether a name is that of a cap. */
    boolean isCap(String name) {
        return names.contains(name);
    }

    /** {@code contacts: [{cap: weekly, at_most: 3}]}, or whole caps, old or new. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Section cap : section.sections("contacts", EXAMPLE)) {
            boolean whole = cap.has("per") || cap.has("gap");
            (whole ? added(cap) : set(cap)).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<Change> set(Section cap) {
        String name = cap.text("cap", "cap: weekly");
        OptionalLong most = cap.whole("at_most", 0);
        if (!cap.has("at_most")) {
            cap.missing("at_most", "at_most: 3; 0 forbids, and drop: %s lifts it".formatted(name));
        }
        if (!name.isEmpty() && !isCap(name)) {
            cap.wrong(
                    "cap",
                    name,
                    names.isEmpty()
                            ? "is no cap of the campaign, which has none"
                            : "must be a cap of the campaign: " + String.join(", ", names),
                    advice(name));
        }
        cap.noOtherKeys();
        return isCap(name) && most.isPresent()
                ? Optional.of(new CapSet(name, (int) Math.min(MOST, most.getAsLong())))
                : Optional.empty();
    }

    private String advice(String name) {
        String suggestion = Suggestion.didYouMean(name, names);
        return suggestion.isEmpty()
                ? "A new cap also says per or gap, as in contacts.yml."
                : suggestion;
    }

    private Optional<Change> added(Section cap) {
        List<String> others =
                names.stream().filter(name -> !name.equals(cap.scalarText("cap"))).toList();
        CapSections sections = new CapSections(words(), others);
        sections.named(cap);
        return first(sections, "cap " + ChangeKeys.written(cap, "cap"));
    }

    /** A rule of a scenario that speaks of days before the plan's. */
    Optional<Change> rule(Section rule) {
        rule.optionalText("rule");
        CapSections sections = new CapSections(words(), names);
        sections.maybeNamed(rule);
        return first(sections, ChangeKeys.written(rule, "rule"));
    }

    private static Optional<Change> first(CapSections sections, String sentence) {
        return sections.caps().stream().findFirst().map(cap -> new CapAdded(cap, sentence));
    }

    /** As the campaign's file would be read. */
    private ContactWords words() {
        Optional<ContactWords> house =
                campaign.daily()
                        .contacts()
                        .map(ContactsFile::path)
                        .map(path -> ContactsFileReader.read(path, path.toString(), new Problems()))
                        .map(ContactsFileReader.House::words);
        return house.map(its -> new ContactWords(its.preset(), its.project(), campaign.timeZone()))
                .orElse(
                        new ContactWords(
                                CapPreset.MARGINAL, campaign.timeZone(), campaign.timeZone()));
    }
}
