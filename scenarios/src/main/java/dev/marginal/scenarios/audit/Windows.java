package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * Over which places of time a cap counts, as docs/contact-rules.md defines it for every preset.
 *
 * @param place SQL of a send's place, from its second {@code moment} and its customer's {@code
 *     zone}
 * @param width how many places a window has
 */
record Windows(String place, long width) {
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> PAGES = List.of("hour", "day", "week", "month");
    private static final List<String> TO_THE_SECOND = List.of("customerio", "mautic");

    static Windows of(JsonNode cap, String preset, Clock clock) {
        if (cap.has("gap")) {
            return new Windows("moment", Spans.seconds(cap.path("gap").asText()));
        }
        String per = cap.path("per").asText();
        if (per.equals("lifetime")) {
            return new Windows("0::bigint", 1);
        }
        if (PAGES.contains(per)) {
            boolean stated = cap.has("zone") || cap.has("week_starts");
            boolean rolls =
                    TO_THE_SECOND.contains(preset) || preset.equals("braze") && per.equals("week");
            return rolls && !stated ? rolling(Spans.secondsOf(per)) : page(per, cap, preset, clock);
        }
        return ofNumber(per, cap, preset, clock);
    }

    private static Windows ofNumber(String per, JsonNode cap, String preset, Clock clock) {
        String unit = Spans.unit(per);
        long number = Spans.number(per);
        if (preset.equals("braze") && unit.equals("day")) {
            String day =
                    "(%s // %d)".formatted(begin("day", local(cap, preset, clock), 0), Spans.DAY);
            return new Windows(day, number);
        }
        if (preset.equals("iterable") && number == 1 && PAGES.contains(unit)) {
            return page(unit, cap, preset, clock);
        }
        return rolling(Spans.seconds(per));
    }

    private static Windows rolling(long seconds) {
        return new Windows("moment", seconds + 1);
    }

    private static Windows page(String unit, JsonNode cap, String preset, Clock clock) {
        String usual = preset.equals("iterable") ? "sunday" : "monday";
        String first = cap.path("week_starts").asText(usual).toLowerCase(Locale.ROOT);
        int shift = unit.equals("week") ? (WEEK.size() - WEEK.indexOf(first)) % WEEK.size() : 0;
        return new Windows(begin(unit, local(cap, preset, clock), shift), 1);
    }

    private static String local(JsonNode cap, String preset, Clock clock) {
        boolean project = preset.equals("iterable") && !cap.has("zone");
        return Clock.shows(project ? clock.project() : clock.zone(cap), "moment");
    }

    private static String begin(String unit, String local, int daysForward) {
        return "epoch(date_trunc('%s', %s + interval %d day))::bigint"
                .formatted(unit, local, daysForward);
    }
}
