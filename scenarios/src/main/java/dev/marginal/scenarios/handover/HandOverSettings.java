package dev.marginal.scenarios.handover;

import dev.marginal.tables.Requires;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How sends are written.
 *
 * @param spreadsheetSafe whether text that a spreadsheet would run as a formula gets an apostrophe
 * @param campaigns the target's own id of the campaign that delivers an offer, by offer; that of
 *     {@link #ANY} for all others
 * @param event what the target calls the event of a send
 * @param rowsPerFile the most rows of a file for targets that import small files
 * @param channels whose sends are handed over; empty for all
 * @param overHttp whether chunks go to a service, not to files
 */
public record HandOverSettings(
        boolean spreadsheetSafe,
        SortedMap<String, String> campaigns,
        String event,
        int rowsPerFile,
        List<String> channels,
        boolean overHttp) {
    /** Every offer that is not named. */
    public static final String ANY = "any";

    /** What a send is called unless the user says otherwise. */
    public static final String USUAL_EVENT = "Marginal send";

    /** As many rows as Mautic's documentation recommends: a few thousand. */
    public static final int USUAL_ROWS = 2_000;

    private static final int LONGEST_EVENT = 80;

    public HandOverSettings {
        campaigns = Collections.unmodifiableSortedMap(new TreeMap<>(campaigns));
        channels = channels.stream().sorted().distinct().toList();
        Requires.text(event, "event");
        Requires.require(event.length() <= LONGEST_EVENT, "event", event, "of at most 80 letters");
        Requires.positive(rowsPerFile, "rows per file");
    }

    /** Files for spreadsheets and machines alike, all channels. */
    public static HandOverSettings usual() {
        return new HandOverSettings(
                true, new TreeMap<>(), USUAL_EVENT, USUAL_ROWS, List.of(), false);
    }

    /** The target's id of the campaign that delivers an offer; {@code null} where none is named. */
    public String campaignOf(String offer) {
        return campaigns.getOrDefault(offer, campaigns.get(ANY));
    }
}
