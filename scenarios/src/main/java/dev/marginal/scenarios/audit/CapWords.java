package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads caps as they are written in contacts.yml and among the rules of a campaign file. */
final class CapWords {
    private static final List<String> USUALLY_COUNTED =
            List.of("planned", "attempted", "sent", "delivered", "bounced");

    private final Clock clock;
    private final String preset;
    private final List<String> taken = new ArrayList<>();

    CapWords(Clock clock, String preset) {
        this(clock, preset, List.of());
    }

    /** A reader that knows which names are taken. */
    CapWords(Clock clock, String preset, List<String> taken) {
        this.clock = clock;
        this.preset = preset;
        this.taken.addAll(taken);
    }

    /** The caps of contacts.yml, and those that a preset adds. */
    List<CapLine> shared(List<JsonNode> written) {
        List<CapLine> caps = new ArrayList<>(all(written));
        if (preset.equals("klaviyo")) {
            for (String unwritten : List.of("email 16", "sms 24", "push 24")) {
                String channel = unwritten.split(" ")[0];
                long hours = Long.parseLong(unwritten.split(" ")[1]);
                if (written.stream().noneMatch(cap -> isGapOf(cap, channel))) {
                    caps.add(smartSending(channel, hours * Spans.secondsOf("hour")));
                }
            }
        }
        return caps;
    }

    /** Some caps of one file. */
    List<CapLine> all(List<JsonNode> written) {
        List<CapLine> plain = written.stream().map(this::line).toList();
        if (!preset.equals("iterable")) {
            return plain;
        }
        List<CapLine> caps = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            CapLine cap = plain.get(i);
            boolean takesPlaces = !cap.tags().isEmpty() && !written.get(i).has("overrides");
            caps.add(takesPlaces ? cap.overriding(placesTaken(cap, plain)) : cap);
        }
        return caps;
    }

    private static List<String> placesTaken(CapLine cap, List<CapLine> all) {
        return all.stream()
                .filter(other -> other.tags().isEmpty())
                .filter(
                        other ->
                                cap.channels().isEmpty()
                                        || other.channels().isEmpty()
                                        || cap.channels().stream()
                                                .anyMatch(other.channels()::contains))
                .map(CapLine::id)
                .toList();
    }

    private CapLine line(JsonNode cap) {
        Windows window = Windows.of(cap, preset, clock);
        boolean gap = cap.has("gap");
        boolean frozen =
                cap.has("frozen")
                        ? cap.path("frozen").asText().matches("(?i)yes|true")
                        : preset.equals("klaviyo");
        return new CapLine(
                name(cap),
                gap,
                gap ? 1 : CampaignWords.money(cap.path("at_most")).longValueExact(),
                window.place(),
                window.width(),
                gap && frozen ? window.width() : 0,
                listed(cap, "channel"),
                listed(cap, "tag"),
                counted(cap),
                CampaignWords.words(cap.path("overrides")));
    }

    private CapLine smartSending(String channel, long gap) {
        return new CapLine(
                "smart_sending_" + channel,
                true,
                1,
                "moment",
                gap,
                gap,
                List.of(channel),
                List.of(),
                USUALLY_COUNTED,
                List.of());
    }

    private static boolean isGapOf(JsonNode cap, String channel) {
        List<String> channels = listed(cap, "channel");
        return cap.has("gap")
                && listed(cap, "tag").isEmpty()
                && (channels.isEmpty() || channels.contains(channel));
    }

    private String name(JsonNode cap) {
        String key = cap.has("gap") ? "gap" : "per";
        String several = cap.has("channels") || cap.has("tags") ? "several" : "any";
        String who = cap.path("channel").asText(cap.path("tag").asText(several));
        String said = "%s %s %s".formatted(who, key, cap.path(key).asText());
        String name = cap.path("cap").asText(said);
        for (int number = 2; taken.contains(name); number++) {
            name = said + " " + number;
        }
        taken.add(name);
        return name;
    }

    /** A reservation counts always. */
    private List<String> counted(JsonNode cap) {
        TreeSet<String> counted = new TreeSet<>(USUALLY_COUNTED);
        switch (preset) {
            case "iterable", "customerio" -> counted.remove("attempted");
            case "mautic" -> counted.add("failed");
            default -> {}
        }
        if (cap.has("counts")) {
            counted = new TreeSet<>(CampaignWords.words(cap.path("counts")));
            counted.add("planned");
        }
        return List.copyOf(counted);
    }

    /** One of {@code channel} and {@code channels}, say; nothing for any. */
    static List<String> listed(JsonNode line, String key) {
        List<String> words = new ArrayList<>(CampaignWords.words(line.path(key + "s")));
        if (line.has(key) && !line.path(key).asText().equals("any")) {
            words.add(line.path(key).asText());
        }
        return words;
    }
}
