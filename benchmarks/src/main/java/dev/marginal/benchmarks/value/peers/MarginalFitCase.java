package dev.marginal.benchmarks.value.peers;

import dev.marginal.benchmarks.processes.Effort;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.processes.OwnMemory;
import dev.marginal.benchmarks.processes.PlainArrays;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.Fit;
import dev.marginal.value.Histories;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueModel;
import dev.marginal.value.scoring.ValueScores;
import dev.marginal.value.spending.GammaGamma;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;

/** Marginal's part, in a JVM that is cold: {@code value.py} tells what is timed and written. */
public final class MarginalFitCase {
    private static final Set<String> OPTIONS = Set.of("files", "fitter", "threads", "facts");

    private final Facts facts;
    private final ValueFiles files;
    private final Fitter fitter;
    private final Execution execution;

    private MarginalFitCase(Options options) {
        this.facts = options.facts();
        this.files = new ValueFiles(Path.of(options.text("files", "")));
        this.fitter = Fitter.named(options.text("fitter", ""));
        this.execution = new Execution(options.integer("threads", 2));
    }

    /** Measures one model on one log. */
    public static void main(String[] arguments) {
        new MarginalFitCase(Options.of(arguments, OPTIONS)).measure();
    }

    private void measure() {
        LocalDate until = LocalDate.parse(files.split().text("until").orElseThrow());
        double horizon = files.split().most("horizon").orElseThrow();
        TransactionLog log = time("reading", () -> files.log().read(new DuckDbReader()));
        Histories histories = time("summing", () -> log.histories(until, execution));
        Fit purchases = time("fit", () -> PurchaseModels.fit(fitter.model(), histories, execution));
        Fit amounts = time("amounts", () -> GammaGamma.fit(histories, execution));
        ValueModel model =
                new ValueModel(
                        PurchaseModels.of(fitter.model(), purchases.parameters()),
                        GammaGamma.of(amounts.parameters()),
                        histories.unit());
        ValueScores scores =
                time("scoring", () -> model.score(histories, Horizon.of(horizon), execution));
        facts.add("memory at most", OwnMemory.peak());
        tell(purchases, "likelihood");
        tell(amounts, "likelihood of amounts");
        PlainArrays.write(files.column(fitter, "purchases"), scores.purchases());
        PlainArrays.write(files.column(fitter, "spend"), scores.spend());
    }

    private void tell(Fit fit, String likelihood) {
        facts.add(likelihood, fit.logLikelihood());
        fit.parameters().forEach(facts::add);
    }

    private <T> T time(String name, Supplier<T> work) {
        Effort effort = new Effort();
        T result = effort.of(work);
        effort.tell(facts, name);
        return result;
    }
}
