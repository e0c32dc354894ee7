package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.contacts.CapPreset;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code contacts.yml} and tells every problem of it at once. */
public final class ContactsFileReader {
    private static final int MOST_DAYS_AHEAD = 31;

    private final Section root;
    private final Path path;

    private ContactsFileReader(Section root, Path path) {
        this.root = root;
        this.path = path;
    }

    /**
     * Reads a contacts file.
     *
     * @throws BadInput with every problem of the file
     */
    public static ContactsFile read(Path path) {
        Problems problems = new Problems();
        House house = read(path, path.getFileName().toString(), problems);
        problems.throwIfAny();
        return house.file();
    }

    /**
     * Reads a contacts file as far as its problems allow.
     *
     * @param name what messages call it
     */
    static House read(Path path, String name, Problems problems) {
        Section root =
                YamlFile.read(
                        path,
                        name,
                        "time_zone: Asia/Singapore",
                        "a contacts file, such as contacts.yml",
                        problems);
        return new ContactsFileReader(root, path).house();
    }

    /** A contacts file and what its words stand for. */
    record House(ContactsFile file, ContactWords words) {}

    private House house() {
        ContactWords words = words();
        Path folder = path.toAbsolutePath().normalize().getParent();
        PeopleSections sections = new PeopleSections(root, folder);
        Optional<ContactsFile.People> people = sections.people();
        List<ContactsFile.Suppression> suppressed = sections.suppressed();
        Optional<Holdout> holdout = new HoldoutKeys(root).holdout("global");
        ContactPolicy policy = policy(words);
        int lookAhead = lookAhead();
        root.noOtherKeys();
        return new House(
                new ContactsFile(path, policy, people, suppressed, holdout, lookAhead), words);
    }

    private ContactWords words() {
        String zone = root.text("time_zone", "time_zone: Asia/Singapore");
        ZoneId id =
                zone.isEmpty() ? ZoneId.of("UTC") : ContactWords.zoneId(root, "time_zone", zone);
        CapPreset preset =
                root.has("preset")
                        ? CapPreset.named(root.word("preset", CapPreset.names(), "preset: braze"))
                                .orElse(CapPreset.MARGINAL)
                        : CapPreset.MARGINAL;
        return new ContactWords(preset, id, id);
    }

    private int lookAhead() {
        Optional<Duration> length = SpanText.duration(root, "look_ahead");
        long days = length.map(Duration::toDays).orElse(1L);
        boolean whole = length.isEmpty() || length.get().equals(Duration.ofDays(days));
        if (!whole || days > MOST_DAYS_AHEAD) {
            root.wrong(
                    "look_ahead",
                    root.scalarText("look_ahead"),
                    "must be whole days, 1 to " + MOST_DAYS_AHEAD,
                    "Such as 7 days; 1 day plans each day alone.");
            return 1;
        }
        return (int) days;
    }

    private ContactPolicy policy(ContactWords words) {
        CapSections sections = new CapSections(words, List.of());
        String example = "{cap: weekly, channel: any, at_most: 3, per: 7 days}";
        root.sections("caps", example).forEach(sections::named);
        List<ContactCap> caps = new ArrayList<>(sections.caps());
        words.preset().unwritten().stream()
                .filter(unwritten -> caps.stream().noneMatch(cap -> takesPlaceOf(unwritten, cap)))
                .toList()
                .forEach(caps::add);
        TimeSections times = new TimeSections(root, words);
        Duration expiresAfter =
                SpanText.duration(root, "expires_after").orElse(ContactPolicy.USUAL_EXPIRY);
        return new ContactPolicy(
                caps, times.sendTimes(), times.quietHours(), words.customers(), expiresAfter);
    }

    private static boolean takesPlaceOf(ContactCap unwritten, ContactCap cap) {
        boolean gapOfChannel =
                cap.window() instanceof Window.Gap
                        && cap.tags().isEmpty()
                        && (cap.channels().isEmpty()
                                || cap.channels().containsAll(unwritten.channels()));
        return gapOfChannel || cap.id().equals(unwritten.id());
    }
}
