package dev.marginal.scenarios.checking;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.loading.HistoryLoader;
import dev.marginal.scenarios.planning.Assigned;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.Power;
import dev.marginal.uplift.soundness.Powers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a campaign: each file is looked at although another has problems.
 *
 * @param reader reads the tables
 * @param execution with how many threads; never changes a result
 * @param progress told of every step
 */
public record CampaignCheck(TableReader reader, Execution execution, Progress progress) {
    /** Looks at everything that the file names. */
    public CheckReport check(Path path) {
        List<Finding> findings = new ArrayList<>();
        Optional<CampaignFile> file =
                read("campaign file", () -> CampaignFileReader.read(path), findings);
        if (file.isEmpty()) {
            return new CheckReport(String.valueOf(path.getFileName()), "", findings, List.of());
        }
        findings.add(CampaignWords.readable(file.get()));
        return new OfFile(file.get(), findings).report();
    }

    /** What can be read; its problems are findings. */
    private static <T> Optional<T> read(String topic, Supplier<T> reading, List<Finding> findings) {
        try {
            return Optional.of(reading.get());
        } catch (BadInput refused) {
            refused.problems().forEach(problem -> findings.add(Finding.of(topic, problem)));
            long untold = refused.found() - refused.problems().size();
            if (untold > 0) {
                findings.add(Finding.stops(topic, "%,d more like these".formatted(untold), ""));
            }
            return Optional.empty();
        }
    }

    /** The check of one campaign file that could be read. */
    private final class OfFile {
        private final CampaignFile file;
        private final List<Finding> findings;

        OfFile(CampaignFile file, List<Finding> findings) {
            this.file = file;
            this.findings = findings;
        }

        CheckReport report() {
            Optional<Purchases> asked = Purchases.of(file, reader, execution);
            Optional<Purchases> purchases = asked.filter(this::isReadable);
            progress.begins("Reading " + file.history().source().name());
            Optional<CampaignHistory> history =
                    read("history", () -> HistoryLoader.load(file, purchases, reader), findings);
            boolean whole = history.isPresent() && purchases.isPresent() == asked.isPresent();
            progress.begins("Reading " + file.audience().source().name());
            Optional<Audience> audience =
                    read(
                                    "audience",
                                    () -> whole ? audience(history.get(), purchases) : ids(),
                                    findings)
                            .flatMap(found -> found);
            List<Power> powers = history.map(this::learnable).orElse(List.of());
            audience.ifPresent(customers -> plannable(history.orElseThrow(), customers));
            return new CheckReport(file.campaign(), file.currency(), findings, powers);
        }

        private boolean isReadable(Purchases purchases) {
            progress.begins("Reading " + file.lifecycle().orElseThrow().purchases().name());
            return read("purchases", purchases::log, findings).isPresent();
        }

        private Optional<Audience> audience(
                CampaignHistory history, Optional<Purchases> purchases) {
            List<FeatureSpec> features =
                    history.customers().features().stream().map(FeatureSpec::of).toList();
            return Optional.of(Audience.load(file, features, purchases, reader));
        }

        /** Without the history nobody knows the features, nor stages without the log. */
        private Optional<Audience> ids() {
            reader.read(
                    file.audience().source(),
                    new Layout(
                            List.of(Field.uniqueId(file.audience().customer())),
                            List.of(),
                            Layout.Others.PASSED_OVER));
            return Optional.empty();
        }

        private List<Power> learnable(CampaignHistory history) {
            progress.begins("Looking at %,d rows".formatted(history.rows()));
            findings.addAll(new Rows(file, history).findings());
            findings.addAll(new Outcomes(file, history).findings());
            findings.addAll(new Features(history, execution).findings());
            Assigned assigned = assigned(history);
            findings.addAll(LotteryWords.findings(assigned));
            List<Power> powers = Powers.of(assigned.history());
            findings.addAll(new PowerWords(file.currency()).findings(powers));
            return powers;
        }

        private Assigned assigned(CampaignHistory history) {
            LearnerSettings settings = LearnerSettings.defaults().withSeed(file.seed());
            return Assigned.of(history, file, settings, execution, progress);
        }

        private void plannable(CampaignHistory history, Audience audience) {
            findings.addAll(Likeness.findings(history, audience));
            audience.standing().map(StandingFindings::of).ifPresent(findings::addAll);
            progress.begins("Looking for a plan that keeps every rule");
            findings.addAll(new Feasible(file, history, audience, execution).findings());
        }
    }
}
