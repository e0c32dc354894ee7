package dev.marginal.scenarios.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Lifecycle;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Choice;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.Inspection;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.Origin;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.UpliftLearner;
import dev.marginal.uplift.choosing.ChosenModel;
import dev.marginal.uplift.choosing.LearnerChoice;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.evaluation.Evaluator;
import dev.marginal.uplift.inspection.Inspector;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.storage.StoredModel;
import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Learns from a campaign's history, and judges and inspects what was learnt. */
record Fitting(CampaignFile file, Execution execution, Progress progress) {
    private static final String RIVAL = "t-logit";

    /** Up to so many rows a fit has work for one thread only, and memory for several fits. */
    private static final int FEW_ROWS = 250_000;

    private static final Execution ALONE = new Execution(1);

    /**
     * Fits, judges and inspects.
     *
     * @param customers of the audience, among whom the budget is divided
     * @throws BadInput if a learner cannot learn from such a history
     */
    StoredModel fit(CampaignHistory read, int customers) {
        LearnerSettings settings =
                LearnerSettings.defaults().withSeed(file.seed()).withHead(file.learning().head());
        Assigned assigned = Assigned.of(read, file, settings, execution, progress);
        CampaignHistory history = assigned.history();
        Spending spending = CampaignSpending.of(file, history.treatments(), customers);
        ChosenModel chosen = learn(assigned, settings, spending);
        CrossFit fit = onAllThreads(chosen.fit());
        Map<String, OutOfFoldScores> rivals = rivals(history, settings);
        progress.begins("Judging the model on held-out rows");
        Evaluation evaluation =
                new Evaluator(settings.seed(), execution)
                        .evaluate(history, fit.outOfFold(), spending, rivals)
                        .withChoice(chosen.choice());
        progress.begins("Looking at what its uplift rests on");
        Inspection inspection =
                new Inspector(settings.seed(), execution)
                        .inspect(history, fit.outOfFold(), fit.model());
        return new StoredModel(origin(history), fit, evaluation, inspection);
    }

    /** Learners, folds and arms say in sentences of their own what they cannot learn from. */
    private ChosenModel learn(Assigned assigned, LearnerSettings settings, Spending spending) {
        try {
            List<String> names = file.learning().candidates(assigned.history().rows());
            return names.size() > 1
                    ? choose(names, assigned, settings, spending)
                    : new ChosenModel(crossFit(names.get(0), assigned, settings), Choice.given());
        } catch (IllegalArgumentException refused) {
            throw new BadInput(
                    Problem.of(
                            file.history().source().name(),
                            "cannot be learnt from as the campaign file asks",
                            refused.getMessage()));
        }
    }

    private ChosenModel choose(
            List<String> names, Assigned assigned, LearnerSettings settings, Spending spending) {
        CampaignHistory history = assigned.history();
        progress.begins(
                "Choosing among learners %s on %,d rows, inside %d folds"
                        .formatted(String.join(", ", names), history.rows(), settings.folds()));
        List<UpliftLearner> learners =
                names.stream()
                        .map(name -> Learners.named(name, settings, ofModel(history)))
                        .toList();
        return new LearnerChoice(learners, settings, spending, progress::isAt, sideBySide(history))
                .fit(history, assigned.randomisation());
    }

    private CrossFit crossFit(String name, Assigned assigned, LearnerSettings settings) {
        CampaignHistory history = assigned.history();
        progress.begins(
                "Fitting learner '%s' on %,d rows, once for each of %d folds and once on all"
                        .formatted(name, history.rows(), settings.folds()));
        UpliftLearner learner = Learners.named(name, settings, ofModel(history));
        return new CrossFitting(learner, settings, progress::isAt, sideBySide(history))
                .fit(history, assigned.randomisation());
    }

    /** The plainest learner of orders, which knows no negative GMV. */
    private Map<String, OutOfFoldScores> rivals(CampaignHistory history, LearnerSettings settings) {
        if (settings.head() == Head.SQUARED) {
            return Map.of();
        }
        progress.begins("Fitting learner '%s' to compare with".formatted(RIVAL));
        UpliftLearner rival = Learners.named(RIVAL, settings, ofModel(history));
        CrossFitting fitting =
                new CrossFitting(rival, settings, progress::isAt, sideBySide(history));
        return Map.of(RIVAL, fitting.outOfFold(history));
    }

    /** The threads that grow one model. */
    private Execution ofModel(CampaignHistory history) {
        return history.rows() <= FEW_ROWS ? ALONE : execution;
    }

    /** How many models grow at a time. */
    private Execution sideBySide(CampaignHistory history) {
        return history.rows() <= FEW_ROWS ? execution : ALONE;
    }

    /** A model keeps the threads that it was fitted with; from here on there are more to use. */
    private CrossFit onAllThreads(CrossFit fit) {
        return new CrossFit(
                Learners.restore(fit.model().parts(), execution),
                fit.outOfFold(),
                fit.randomisation());
    }

    private Origin origin(CampaignHistory history) {
        return new Origin(
                file.campaign(),
                source(history),
                file.currency(),
                history.period().map(Fitting::period));
    }

    /** The history, and what of a log of purchases its rows were told. */
    private String source(CampaignHistory history) {
        String own = file.history().source().name();
        return file.lifecycle()
                .filter(asked -> !asked.features().isEmpty())
                .map(asked -> own + ", " + features(asked, history))
                .orElse(own);
    }

    private static String features(Lifecycle asked, CampaignHistory history) {
        return "with %s from %s as of the eve of each row's day, by %s learnt until %s"
                .formatted(
                        String.join(", ", asked.features()),
                        asked.purchases().name(),
                        asked.model(),
                        Purchases.firstEve(history.period().orElseThrow()));
    }

    /** A column of days is dates, counted from 1970, or whole numbers: both are told. */
    private static String period(int[] days) {
        IntSummaryStatistics range = IntStream.of(days).summaryStatistics();
        return "day %d to %d, which is %s to %s if these were dates"
                .formatted(
                        range.getMin(),
                        range.getMax(),
                        LocalDate.ofEpochDay(range.getMin()),
                        LocalDate.ofEpochDay(range.getMax()));
    }
}
