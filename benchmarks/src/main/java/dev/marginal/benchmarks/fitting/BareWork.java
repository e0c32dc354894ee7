package dev.marginal.benchmarks.fitting;

import dev.marginal.benchmarks.peers.xgboost.BareRows;
import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.ModelParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What XGBoost alone takes for the work that a model was. */
final class BareWork {
    private final CampaignHistory history;
    private final ModelParts parts;
    private final int threads;
    private final Map<BareFit, int[]> rounds = new LinkedHashMap<>();

    /**
     * The work behind a model of the default learner.
     *
     * @throws IllegalArgumentException if the model has other parts than the fits that are known
     */
    BareWork(CampaignHistory history, ModelParts parts, int threads) {
        this.history = history;
        this.parts = parts;
        this.threads = threads;
        LearnerSettings settings = parts.provenance().settings();
        List<BareFit> fits = BareFit.all(history, settings, settings.seed());
        requireSame(fits, parts);
        for (BareFit fit : fits) {
            int best = fit.best(parts, history, settings, threads);
            rounds.put(fit, fit.rounds(best, settings.patience()));
        }
    }

    static void requireSame(List<BareFit> fits, ModelParts parts) {
        TreeSet<String> names = new TreeSet<>();
        fits.stream().filter(BareFit::part).forEach(fit -> names.add(fit.name()));
        Requires.require(
                names.equals(parts.forests().keySet()),
                "forests of the model",
                parts.forests().keySet(),
                names + ", as in the list of bare fits");
    }

    /** How many fits. */
    int fits() {
        return rounds.size();
    }

    /** How many trees are grown in all. */
    int trees() {
        return rounds.values().stream().flatMapToInt(IntStream::of).sum();
    }

    /** Lays out and grows, one after the other; the values stand ready before. */
    Effort fit() {
        Effort effort = new Effort();
        int[] last = null;
        BareRows laid = null;
        for (Map.Entry<BareFit, int[]> entry : rounds.entrySet()) {
            BareFit fit = entry.getKey();
            if (fit.rows() != last) {
                laid = lay(fit, laid, effort);
                last = fit.rows();
            }
            grow(laid, fit, entry.getValue(), effort);
        }
        laid.close();
        return effort;
    }

    private BareRows lay(BareFit fit, BareRows before, Effort effort) {
        if (before != null) {
            before.close();
        }
        int more = fit.joint() ? armColumns() : 0;
        float[] values = BigHistory.values(history.customers(), fit.rows(), more);
        BareRows[] laid = new BareRows[1];
        effort.time(() -> laid[0] = new BareRows(values, values.length / fit.rows().length));
        return laid[0];
    }

    private void grow(BareRows laid, BareFit fit, int[] counts, Effort effort) {
        float[] label = fit.label(history);
        Map<String, Object> parameters = fit.parameters(label, threads);
        for (int count : counts) {
            effort.time(() -> laid.grow(label, parameters, count));
        }
    }

    /** Lays out and predicts: joint forests once per arm, the others once. */
    Effort score(Customers customers) {
        List<byte[]> joint = new ArrayList<>();
        List<byte[]> plain = new ArrayList<>();
        parts.forests()
                .forEach((name, bytes) -> (name.startsWith("joint.") ? joint : plain).add(bytes));
        int[] all = IntStream.range(0, customers.rows()).toArray();
        Effort effort = new Effort();
        float[] features = BigHistory.values(customers, all, 0);
        effort.time(() -> predict(features, plain, all.length));
        float[] withArm = BigHistory.values(customers, all, armColumns());
        for (int arm = 0; arm < history.arms(); arm++) {
            effort.time(() -> predict(withArm, joint, all.length));
        }
        return effort;
    }

    private void predict(float[] values, List<byte[]> forests, int rows) {
        try (BareRows laid = new BareRows(values, values.length / rows)) {
            laid.predict(forests, threads);
        }
    }

    private int armColumns() {
        int columns = BareRows.columns(parts.forests().get("joint.order.0"));
        return columns - history.customers().features().size();
    }
}
