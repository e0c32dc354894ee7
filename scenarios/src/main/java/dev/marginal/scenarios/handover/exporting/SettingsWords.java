package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.outbox.OutboxHeader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings as an outbox keeps them. */
final class SettingsWords {
    private SettingsWords() {}

    static SortedMap<String, String> of(
            HandOverSettings settings, List<String> offers, String destination) {
        SortedMap<String, String> words = new TreeMap<>();
        words.put("channels", String.join(" ", settings.channels()));
        for (String offer : offers) {
            String campaign = settings.campaignOf(offer);
            words.put(OutboxHeader.campaignOf(offer), campaign == null ? "" : campaign);
        }
        words.put("event", settings.event());
        words.put("rows_per_file", String.valueOf(settings.rowsPerFile()));
        words.put("csv_escape", settings.spreadsheetSafe() ? "quote" : "none");
        words.put("over_http", String.valueOf(settings.overHttp()));
        words.put("to", destination);
        return words;
    }

    /** The settings that a plan was cut by. */
    static HandOverSettings cut(Map<String, String> words) {
        String channels = words.getOrDefault("channels", "");
        return new HandOverSettings(
                true,
                new TreeMap<>(),
                HandOverSettings.USUAL_EVENT,
                Integer.parseInt(words.get("rows_per_file")),
                channels.isEmpty() ? List.of() : List.of(channels.split(" ")),
                Boolean.parseBoolean(words.get("over_http")));
    }
}
