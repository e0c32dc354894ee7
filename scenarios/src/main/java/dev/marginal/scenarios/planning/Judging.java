package dev.marginal.scenarios.planning;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.loading.HistoryLoader;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.Randomisation;
import dev.marginal.uplift.Spending;
import dev.marginal.uplift.crossfitting.Unseen;
import dev.marginal.uplift.evaluation.Evaluator;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a model that was fitted before, or scores of one's own, by a campaign's history, budget
 * and costs as they are now; nothing is fitted.
 */
public record Judging(TableReader reader, Execution execution, Progress progress) {
    private static final String MODEL = "the model";
    private static final double MOST = 1e9;

    /**
     * What the experiment says.
     *
     * @param rows of the history
     * @param learntFrom whether the model learnt from this very history; then each row is scored by
     *     the model that was fitted without it
     * @param ownScores whether scores of one's own were judged
     */
    public record Judged(
            Evaluation evaluation,
            Randomisation randomisation,
            int rows,
            boolean learntFrom,
            boolean ownScores) {}

    /**
     * Judges.
     *
     * @param file says where the history is, and what may be spent
     * @param own a file with one row for each of the history, in its order, and one column of
     *     uplift in currency for each treatment, by its name
     * @throws BadInput with every problem of the files, or if the model does not know the history's
     *     treatments
     */
    public Judged judge(CampaignFile file, StoredModel model, Optional<Path> own) {
        progress.begins("Reading " + file.history().source().name());
        Optional<Purchases> purchases = Purchases.of(file, reader, execution);
        CampaignHistory read = HistoryLoader.load(file, purchases, reader);
        requireTreatments(file, read, model);
        LearnerSettings settings = LearnerSettings.defaults().withSeed(file.seed());
        Assigned assigned = Assigned.of(read, file, settings, execution, progress);
        CampaignHistory history = assigned.history();
        boolean learntFrom =
                model.fit().model().provenance().historyFingerprint().equals(read.fingerprint());
        OutOfFoldScores ofModel =
                learntFrom ? model.fit().outOfFold() : unseen(file, model, history, settings);
        OutOfFoldScores judged =
                own.map(path -> Unseen.with(ofModel, uplift(file, history, path))).orElse(ofModel);
        int customers = customers(file, model, purchases);
        Spending spending = CampaignSpending.of(file, history.treatments(), customers);
        progress.begins("Judging on %,d rows".formatted(history.rows()));
        Evaluation evaluation =
                new Evaluator(settings.seed(), execution)
                        .evaluate(
                                history,
                                judged,
                                spending,
                                own.isPresent() ? Map.of(MODEL, ofModel) : Map.of());
        return new Judged(
                evaluation, assigned.randomisation(), history.rows(), learntFrom, own.isPresent());
    }

    private OutOfFoldScores unseen(
            CampaignFile file,
            StoredModel model,
            CampaignHistory history,
            LearnerSettings settings) {
        progress.begins("Scoring %,d rows that the model never saw".formatted(history.rows()));
        try {
            return Unseen.by(model.fit().model(), history, settings.folds(), settings.seed());
        } catch (IllegalArgumentException refused) {
            throw new BadInput(
                    Problem.of(
                            file.history().source().name(),
                            "cannot be scored by this model: " + refused.getMessage(),
                            "Give a history with the features that the model learnt from."));
        }
    }

    private static void requireTreatments(
            CampaignFile file, CampaignHistory history, StoredModel model) {
        List<String> known = model.fit().model().treatments();
        if (!history.treatments().equals(known)) {
            throw new BadInput(
                    Problem.of(
                            file.history().source().name(),
                            "has the treatments %s, but the model learnt %s"
                                    .formatted(
                                            String.join(", ", history.treatments()),
                                            String.join(", ", known)),
                            "Give the history of a campaign with the same treatments."));
        }
    }

    private int customers(CampaignFile file, StoredModel model, Optional<Purchases> purchases) {
        progress.begins("Reading " + file.audience().source().name());
        List<FeatureSpec> features = model.fit().model().features();
        return Audience.load(file, features, purchases, reader).customers().rows();
    }

    private float[][] uplift(CampaignFile file, CampaignHistory history, Path path) {
        progress.begins("Reading " + path);
        Optional<String> customer = file.history().customer();
        List<Field> fields = new ArrayList<>();
        customer.ifPresent(name -> fields.add(Field.id(name)));
        history.treatments().forEach(name -> fields.add(Field.amount(name, -MOST, MOST)));
        Path whole = path.toAbsolutePath();
        Source source = new Source.Files(whole.getParent(), whole.getFileName().toString());
        Table table = reader.read(source, Layout.some(fields));
        requireSameRows(file, path, table, history.rows(), customer);
        float[][] uplift = new float[history.treatments().size()][table.rows()];
        for (int t = 0; t < uplift.length; t++) {
            double[] column =
                    table.column(history.treatments().get(t), AmountColumn.class).values();
            for (int row = 0; row < column.length; row++) {
                uplift[t][row] = (float) column[row];
            }
        }
        return uplift;
    }

    private void requireSameRows(
            CampaignFile file, Path path, Table scores, int rows, Optional<String> customer) {
        if (scores.rows() != rows) {
            throw new BadInput(
                    Problem.of(
                            path.toString(),
                            "has %,d rows, but %s has %,d"
                                    .formatted(scores.rows(), file.history().source().name(), rows),
                            "Give one row of scores for each row of the history, in its order."));
        }
        if (customer.isEmpty()) {
            return;
        }
        Layout ids = Layout.some(List.of(Field.id(customer.get())));
        IdColumn theirs =
                reader.read(file.history().source(), ids).column(customer.get(), IdColumn.class);
        IdColumn ours = scores.column(customer.get(), IdColumn.class);
        for (int row = 0; row < rows; row++) {
            if (!ours.same(row, theirs, row)) {
                throw new BadInput(
                        new Problem(
                                path.toString(),
                                row + 2,
                                customer.get(),
                                ours.id(row),
                                "must be %s, as in that row of %s"
                                        .formatted(theirs.id(row), file.history().source().name()),
                                "Keep the rows of the history in their order."));
            }
        }
    }
}
