package dev.marginal.scenarios.campaignfile;

import dev.marginal.value.lifecycle.Stage;
import dev.marginal.value.lifecycle.StageRules;
import dev.marginal.value.lifecycle.StageRules.Bounds;

/** Where each stage of a lifecycle begins: {@code stages}. What is left out is as usual. */
record StageKeys(Section lifecycle) {
    private static final String KEY = "stages";
    private static final String EXAMPLE =
            "stages: {at risk: {p_alive_below: 0.7, silent_days: 90}, loyal: {repeat_purchases: 3}}";
    private static final int MOST_DAYS = 100_000;

    StageRules rules() {
        StageRules usual = StageRules.defaults();
        if (!lifecycle.has(KEY)) {
            return usual;
        }
        Section section = lifecycle.section(KEY, EXAMPLE);
        int newDays = whole(section, Stage.NEW, "first_purchase_within_days", 0, usual.newDays());
        int loyal = whole(section, Stage.LOYAL, "repeat_purchases", 1, usual.loyalPurchases());
        Bounds atRisk = bounds(section, Stage.AT_RISK, usual.atRisk());
        Bounds dormant = bounds(section, Stage.DORMANT, usual.dormant());
        Bounds lost = bounds(section, Stage.LOST, usual.lost());
        section.noOtherKeys();
        long before = section.problems();
        requireNoMilder(section, Stage.DORMANT, dormant, Stage.AT_RISK, atRisk);
        requireNoMilder(section, Stage.LOST, lost, Stage.DORMANT, dormant);
        return section.problems() > before
                ? usual
                : new StageRules(newDays, loyal, atRisk, dormant, lost);
    }

    private static int whole(Section stages, Stage stage, String key, int least, int usual) {
        if (stages.node(stage.word()) == null) {
            return usual;
        }
        Section own = stages.section(stage.word(), "%s: %d".formatted(key, usual));
        int number = days(own, key, least, usual);
        own.noOtherKeys();
        return number;
    }

    private static Bounds bounds(Section stages, Stage stage, Bounds usual) {
        if (stages.node(stage.word()) == null) {
            return usual;
        }
        Section own =
                stages.section(
                        stage.word(),
                        "p_alive_below: %s, silent_days: %d"
                                .formatted(usual.alive(), usual.days()));
        double alive =
                own.number("p_alive_below", 0, 1, "must be a probability, such as " + usual.alive())
                        .orElse(usual.alive());
        int days = days(own, "silent_days", 1, usual.days());
        own.noOtherKeys();
        return new Bounds(alive, days);
    }

    private static int days(Section own, String key, int least, int usual) {
        long days = own.whole(key, least).orElse(usual);
        if (days > MOST_DAYS) {
            own.wrong(key, days + "", "must be at most %,d".formatted(MOST_DAYS), "");
            return usual;
        }
        return (int) days;
    }

    /** The first stage that holds wins: a milder one before would leave nobody to the next. */
    private static void requireNoMilder(
            Section stages, Stage graver, Bounds its, Stage milder, Bounds others) {
        if (its.alive() > others.alive()) {
            wrong(
                    stages,
                    graver,
                    "p_alive_below: " + its.alive(),
                    "at most " + others.alive(),
                    milder);
        }
        if (its.days() < others.days()) {
            wrong(
                    stages,
                    graver,
                    "silent_days: " + its.days(),
                    "at least " + others.days(),
                    milder);
        }
    }

    private static void wrong(
            Section stages, Stage graver, String said, String expected, Stage milder) {
        stages.wrong(
                graver.word(),
                said,
                "must be %s, as it is for %s".formatted(expected, milder.word()),
                "Of lost, dormant and at risk, the first that holds is a customer's stage.");
    }
}
