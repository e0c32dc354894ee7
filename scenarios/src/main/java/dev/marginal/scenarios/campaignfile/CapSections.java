package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.tables.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The caps of a file, each with a name of its own. */
final class CapSections {
    private final ContactWords words;
    private final List<String> taken;
    private final Map<ContactCap, Section> read = new LinkedHashMap<>();
    private final List<Overrides> asked = new ArrayList<>();

    /** The caps whose place one wants to take. */
    private record Overrides(String id, Section section, List<String> others) {}

    /**
     * Reads one after another.
     *
     * @param taken names of caps that hold already
     */
    CapSections(ContactWords words, List<String> taken) {
        this.words = words;
        this.taken = new ArrayList<>(taken);
    }

    /** Reads a cap that has to have a name. */
    void named(Section section) {
        add(section, section.text("cap", "cap: weekly"));
    }

    /** Reads a cap that may have a name; else it is called by what it says. */
    void maybeNamed(Section section) {
        add(section, section.optionalText("cap").orElseGet(() -> name(section)));
    }

    private void add(Section section, String id) {
        if (section.has("cap") && !id.isEmpty() && !CapKeys.isName(id)) {
            section.wrong(
                    "cap", id, "must be up to 64 letters, digits, spaces and . _ + & - /", "");
        }
        List<String> overrides = section.words("overrides");
        asked.add(new Overrides(id, section, overrides));
        Optional<ContactCap> cap =
                new CapKeys(section, words).cap(id.isEmpty() ? "-" : id, overrides);
        if (taken.contains(id)) {
            section.wrong("cap", id, "must be unique", "Another cap has the same name.");
            return;
        }
        taken.add(id);
        cap.ifPresent(one -> read.put(one, section));
    }

    /** Such as {@code push per day}, {@code any gap 16 hours}. */
    private String name(Section section) {
        String who =
                Stream.of("channel", "tag")
                        .map(section::scalarText)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse(section.has("channels") || section.has("tags") ? "several" : "any");
        String key = section.has("gap") ? "gap" : "per";
        String name = "%s %s %s".formatted(who, key, section.scalarText(key));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + " " + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    /** All that were read, after a look at the caps whose place they take. */
    List<ContactCap> caps() {
        asked.forEach(this::check);
        List<ContactCap> caps = List.copyOf(read.keySet());
        return words.preset().tagsOverride()
                ? caps.stream().map(cap -> withOverrides(cap, caps)).toList()
                : caps;
    }

    private void check(Overrides asked) {
        for (String other : asked.others()) {
            if (other.equals(asked.id()) || !taken.contains(other)) {
                asked.section()
                        .wrong(
                                "overrides",
                                other,
                                "must be the name of another cap",
                                Suggestion.didYouMean(other, taken));
            }
        }
    }

    private ContactCap withOverrides(ContactCap cap, List<ContactCap> caps) {
        if (cap.tags().isEmpty() || read.get(cap).has("overrides")) {
            return cap;
        }
        List<String> overrides =
                caps.stream()
                        .filter(other -> other.tags().isEmpty() && meet(cap, other))
                        .map(ContactCap::id)
                        .toList();
        return new ContactCap(
                cap.id(),
                cap.atMost(),
                cap.window(),
                cap.channels(),
                cap.tags(),
                cap.counted(),
                overrides);
    }

    private static boolean meet(ContactCap one, ContactCap other) {
        return one.channels().isEmpty()
                || other.channels().isEmpty()
                || one.channels().stream().anyMatch(other.channels()::contains);
    }

    /** Where a cap was read. */
    Optional<Section> section(ContactCap cap) {
        return Optional.ofNullable(read.get(cap));
    }
}
