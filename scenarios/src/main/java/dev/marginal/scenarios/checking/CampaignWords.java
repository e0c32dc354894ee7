package dev.marginal.scenarios.checking;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.words.Words;

/** What a campaign file asks for, in a sentence. */
final class CampaignWords {
    private CampaignWords() {}

    static Finding readable(CampaignFile file) {
        String budget =
                file.budget().atMost().isPresent()
                        ? new Words(file.currency()).money(file.budget().atMost().getAsDouble())
                        : "unlimited";
        return Finding.fine(
                "campaign file",
                "%s is sound: %s, %s, budget %s"
                        .formatted(
                                file.name(),
                                many(file.offers().size(), "offer"),
                                many(file.rules().all().size(), "rule"),
                                budget));
    }

    static String many(long count, String noun) {
        return "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }
}
