package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.people.AddressList;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a request goes with the plan; everything that does not is told at once. */
record RequestCheck(HandOverRequest request, SendTable sends, Optional<ContactsFile> contacts) {
    void require() {
        Problems problems = new Problems();
        HandOverSettings settings = request.settings();
        settings.channels()
                .forEach(channel -> requireOneOf("--channel", channel, sends.channels(), problems));
        List<String> offers = sends.offers().words();
        List<String> known =
                Stream.concat(offers.stream(), Stream.of(HandOverSettings.ANY)).toList();
        settings.campaigns()
                .keySet()
                .forEach(offer -> requireOneOf("--campaign", offer, known, problems));
        request.exporter()
                .lacks(settings, offers())
                .forEach(
                        sentence ->
                                problems.add(
                                        Problem.of(
                                                "--to " + request.exporter().target(),
                                                "must know who delivers every offer",
                                                sentence)));
        if (request.exporter().needsAddress()) {
            channels().forEach(channel -> requireAddresses(channel, problems));
        }
        problems.throwIfAny();
    }

    private void requireAddresses(String channel, Problems problems) {
        if (contacts.filter(file -> AddressList.knows(file, channel)).isEmpty()) {
            problems.add(
                    Problem.of(
                            "--to " + request.exporter().target(),
                            "must know addresses of channel " + channel,
                            "Name their column in the contacts file under customers: address, or choose channels with --channel."));
        }
    }

    private static void requireOneOf(
            String option, String word, List<String> words, Problems problems) {
        if (!words.contains(word)) {
            problems.add(
                    new Problem(
                            "the command",
                            0,
                            option,
                            word,
                            "must be one of " + String.join(", ", words),
                            Suggestion.didYouMean(word, words)));
        }
    }

    private List<String> channels() {
        return request.settings().channels().isEmpty()
                ? sends.channels()
                : request.settings().channels();
    }

    /** The offers that are sent over the chosen channels. */
    private List<String> offers() {
        boolean[] used = new boolean[sends.offers().words().size()];
        for (int send = 0; send < sends.sends(); send++) {
            if (channels().contains(sends.channel(send))) {
                used[sends.offers().codes()[send]] = true;
            }
        }
        return sends.offers().words().stream()
                .filter(word -> used[sends.offers().words().indexOf(word)])
                .toList();
    }
}
