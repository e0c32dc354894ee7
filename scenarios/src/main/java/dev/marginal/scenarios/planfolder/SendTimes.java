package dev.marginal.scenarios.planfolder;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.tables.CategoryColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * When sends go out, as RFC 3339 with the offset of the customer's clock, or of UTC where the
 * customer's zone is unknown. Customers of one zone share their times, so that these are few words.
 */
record SendTimes(Day day, SendPlan sends) {
    CategoryColumn column(String name, long secondsLater) {
        Timetable timetable = day.timetable();
        CustomerZones zones = timetable.zones();
        int offers = timetable.messages().size();
        List<String> words = new ArrayList<>();
        for (int zone = 0; zone < timetable.at().length; zone++) {
            for (int offer = 0; offer < offers; offer++) {
                words.add(word(zone, offer, secondsLater));
            }
        }
        return SendColumns.category(
                name,
                words,
                send -> {
                    int zone = zones.code()[sends.customer()[send]];
                    int row = zone < 0 ? zones.zones().size() : zone;
                    return row * offers + sends.offer()[send];
                },
                sends.sends());
    }

    private String word(int zone, int offer, long secondsLater) {
        long at = day.timetable().at()[zone][offer];
        if (!Timetable.goesOut(at)) {
            return "never";
        }
        List<ZoneId> zones = day.timetable().zones().zones();
        ZoneId clock = zone < zones.size() ? zones.get(zone) : ZoneOffset.UTC;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(at + secondsLater).atZone(clock));
    }
}
