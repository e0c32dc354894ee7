package dev.marginal.app.job;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans one date, as often as it may help, and reports what came of it. */
final class OneDate {
    private final NightlyRun job;
    private final Night night;
    private final LocalDate date;
    private final List<CampaignFile> campaigns;
    private final List<Freshness.Found> found = new ArrayList<>();
    private final Patience patience;
    private final Instant began;
    private final PlanKind usual;
    private Map<String, PlanKind> kinds;

    OneDate(NightlyRun job, Night night, LocalDate date, List<CampaignFile> campaigns) {
        this.job = job;
        this.night = night;
        this.date = date;
        this.campaigns = campaigns;
        this.patience = new Patience(job);
        this.began = job.clock().instant();
        this.usual =
                night.kind()
                        .orElse(
                                date.isBefore(night.today(job.clock()))
                                        ? PlanKind.BACKFILL
                                        : PlanKind.LIVE);
        this.kinds = kinds(file -> usual);
    }

    DayReport run() throws InterruptedException {
        try {
            return report(Ending.DONE, "", patience.with(this::plan));
        } catch (RuntimeException problem) {
            return failed(problem);
        } catch (Error broken) {
            return failed(new IllegalStateException(broken));
        }
    }

    private List<DayWork.Done> plan() throws InterruptedException {
        found.clear();
        for (CampaignFile file : campaigns) {
            found.add(job.freshness().check(file, job.store(), job.clock(), job.pause()));
        }
        found.stream().flatMap(one -> one.warnings().stream()).distinct().forEach(job.told());
        if (night.kind().isEmpty()) {
            kinds = kinds(this::standing);
        }
        return job.work().plan(campaigns, date, kinds);
    }

    /** A plan that stands keeps its kind, so that a rerun on a later day finds it unchanged. */
    private PlanKind standing(CampaignFile file) {
        return job.store()
                .published(new PlanKey(file.campaign(), date))
                .map(PlanRecord::kind)
                .orElse(usual);
    }

    private Map<String, PlanKind> kinds(Function<CampaignFile, PlanKind> kind) {
        return campaigns.stream().collect(Collectors.toMap(CampaignFile::campaign, kind));
    }

    private DayReport failed(Exception problem) {
        Optional<Ending> ending = Ending.of(problem);
        String message =
                ending.isPresent()
                        ? problem.getMessage()
                        : "This should not have happened: " + problem;
        job.told().accept(ending.isPresent() ? message : message + "\n" + trace(problem));
        return report(ending.orElse(Ending.FAILED), message, List.of());
    }

    private DayReport report(Ending ending, String message, List<DayWork.Done> done) {
        return new DayReport(
                date,
                kinds,
                campaigns,
                ending,
                message,
                done,
                patience.tries(),
                began,
                job.clock().instant(),
                found);
    }

    private static String trace(Exception problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
