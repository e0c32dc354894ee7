package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.people.AddressList;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a request goes with the plan; everything that does not is told at once. */
record RequestCheck(
        HandOverRequest request,
        HandedPlan plan,
        CampaignFile campaign,
        SendTable sends,
        int chunks) {
    void require() {
        Problems problems = new Problems();
        requireCampaignOfPlan(problems);
        requireChunks("--skip", request.skip(), problems);
        requireChunks("--resend", request.resend(), problems);
        requireWords(problems);
        if (request.exporter().needsAddress()) {
            channels().forEach(channel -> requireAddresses(channel, problems));
        }
        problems.throwIfAny();
    }

    /** A campaign file that forgot its contacts file would let consent go unasked. */
    private void requireCampaignOfPlan(Problems problems) {
        String file = plan.campaignFile().toString();
        if (!campaign.campaign().equals(plan.facts().campaign())) {
            problems.add(
                    new Problem(
                            file,
                            0,
                            "campaign",
                            campaign.campaign(),
                            "must be " + plan.facts().campaign() + ", as when the plan was made",
                            "Put the plan's campaign file back."));
        }
        if (plan.knewContacts() && campaign.daily().contacts().isEmpty()) {
            problems.add(
                    Problem.of(
                            file,
                            "must name the contacts file, as when the plan was made",
                            "Consent and suppression lists are asked again before anything is sent; put contacts: back."));
        }
    }

    private void requireChunks(String option, Set<Integer> named, Problems problems) {
        named.stream()
                .filter(chunk -> chunk < 1 || chunk > chunks)
                .sorted()
                .forEach(
                        chunk ->
                                problems.add(
                                        new Problem(
                                                "the command",
                                                0,
                                                option,
                                                chunk.toString(),
                                                "must be a chunk from 1 to " + chunks,
                                                "")));
    }

    private void requireWords(Problems problems) {
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
    }

    private void requireAddresses(String channel, Problems problems) {
        if (campaign.daily()
                .contacts()
                .filter(file -> AddressList.knows(file, channel))
                .isEmpty()) {
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
