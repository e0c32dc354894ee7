package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.contacts.QuietHours;
import dev.marginal.scenarios.contacts.SendTime;
import dev.marginal.scenarios.contacts.Zone;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When messages go out, and when not. */
record TimeSections(Section root, ContactWords words) {
    private static final String SEND_TIMES = "send_times: {email: \"09:00\"}";
    private static final String QUIET =
            "{channels: [sms], from: \"21:00\", until: \"08:00\", then: wait}";

    List<SendTime> sendTimes() {
        List<SendTime> times = new ArrayList<>();
        if (!root.has("send_times")) {
            return times;
        }
        Section section = root.section("send_times", SEND_TIMES);
        for (String channel : section.keys()) {
            if (!section.holdsKeys(channel)) {
                LocalTime at = ContactWords.time(section, channel);
                times.add(new SendTime(channel, at, words.customers()));
                continue;
            }
            Section inner = section.section(channel, "push: {at: \"18:00\", zone: campaign}");
            LocalTime at = ContactWords.time(inner, "at");
            Zone zone = words.zone(inner).orElse(words.customers());
            inner.noOtherKeys();
            times.add(new SendTime(channel, at, zone));
        }
        return times;
    }

    List<QuietHours> quietHours() {
        List<QuietHours> hours = new ArrayList<>();
        for (Section section : root.sections("quiet_hours", QUIET)) {
            long before = section.problems();
            List<String> channels = ContactWords.oneOrMany(section, "channel", "channels");
            LocalTime from = ContactWords.time(section, "from");
            LocalTime until = ContactWords.time(section, "until");
            Zone zone = words.zone(section).orElse(words.customers());
            String then = section.word("then", List.of("wait", "cancel"), "then: wait");
            section.noOtherKeys();
            if (section.problems() == before && from.equals(until)) {
                section.wrong(
                        "until",
                        section.scalarText("until"),
                        "must not be the time of from",
                        "Quiet hours are some of the day, not all of it.");
            }
            if (section.problems() == before) {
                QuietHours.Then what = QuietHours.Then.valueOf(then.toUpperCase(Locale.ROOT));
                hours.add(new QuietHours(channels, from, until, zone, what));
            }
        }
        return hours;
    }
}
