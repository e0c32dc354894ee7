package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Propensities;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Suggestion;
import java.util.List;
import java.util.Set;

/** What is wrong between the arms that a campaign file speaks of and those that the history has. */
final class ArmProblems {
    /** Enough for every fold to hold some. */
    private static final int LEAST_ROWS = 20;

    private final CampaignFile file;
    private final CampaignFile.HistoryColumns columns;
    private final CategoryColumn arms;
    private final Problems problems = new Problems();

    ArmProblems(CampaignFile file, CategoryColumn arms) {
        this.file = file;
        this.columns = file.history();
        this.arms = arms;
    }

    /**
     * Looks for unknown words first, then for arms of few rows.
     *
     * @throws BadInput with every problem of a kind
     */
    void throwIfAny() {
        checkControl();
        file.offers().forEach(this::check);
        if (columns.propensities() instanceof Propensities.Stated stated) {
            check(stated.shares().keySet());
        }
        problems.throwIfAny();
        checkRows();
        problems.throwIfAny();
    }

    private void checkControl() {
        if (!arms.words().contains(columns.control())) {
            unknown("history.control", columns.control(), "must be an arm of the history");
        } else if (arms.words().size() < 2) {
            problems.add(
                    new Problem(
                            file.name(),
                            0,
                            "history.treatment",
                            columns.treatment(),
                            "must have at least one arm beside the control, but %s has only '%s'"
                                    .formatted(columns.source().name(), columns.control()),
                            "A history without treated rows cannot teach what a treatment adds."));
        }
    }

    private void check(CampaignOffer offer) {
        String subject = "treatment of offer " + offer.offer().id();
        if (offer.treatment().equals(columns.control())) {
            problems.add(
                    new Problem(
                            file.name(),
                            0,
                            subject,
                            offer.treatment(),
                            "must not be the control",
                            "Name the arm that got this offer."));
        } else if (!arms.words().contains(offer.treatment())) {
            unknown(subject, offer.treatment(), "has no rows in the history");
        }
    }

    private void check(Set<String> shares) {
        shares.stream()
                .filter(word -> !arms.words().contains(word))
                .forEach(word -> unknown("history.shares", word, "has no rows in the history"));
        arms.words().stream()
                .filter(word -> !shares.contains(word))
                .forEach(
                        word ->
                                problems.add(
                                        new Problem(
                                                file.name(),
                                                0,
                                                "history.shares",
                                                word,
                                                "is an arm of the history and needs a share",
                                                "Shares are those of all arms, the control too.")));
    }

    private void checkRows() {
        int[] rows = new int[arms.words().size()];
        for (int code : arms.codes()) {
            rows[code]++;
        }
        for (int code = 0; code < rows.length; code++) {
            if (rows[code] < LEAST_ROWS) {
                problems.add(
                        new Problem(
                                columns.source().name(),
                                0,
                                columns.treatment(),
                                arms.words().get(code),
                                "has only %,d row%s, of %d needed"
                                        .formatted(
                                                rows[code], rows[code] == 1 ? "" : "s", LEAST_ROWS),
                                "Maybe the word is mistyped there; otherwise leave this arm's rows out."));
            }
        }
    }

    private void unknown(String subject, String word, String expectation) {
        List<String> known = arms.words();
        String found =
                "Found in column '%s' of %s: %s."
                        .formatted(
                                columns.treatment(),
                                columns.source().name(),
                                String.join(", ", known.stream().limit(20).toList()));
        String suggestion = Suggestion.didYouMean(word, known);
        String advice = suggestion.isEmpty() ? found : suggestion + " " + found;
        problems.add(new Problem(file.name(), 0, subject, word, expectation, advice));
    }
}
