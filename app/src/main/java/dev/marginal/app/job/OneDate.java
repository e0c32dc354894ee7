package dev.marginal.app.job;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries to plan one date, again where that may help. */
final class OneDate {
    private final NightlyRun job;
    private final List<CampaignFile> campaigns;
    private final LocalDate date;
    private final PlanKind kind;
    private final List<Freshness.Found> found = new ArrayList<>();
    private final Instant began;

    OneDate(NightlyRun job, List<CampaignFile> campaigns, LocalDate date, PlanKind kind) {
        this.job = job;
        this.campaigns = campaigns;
        this.date = date;
        this.kind = kind;
        this.began = job.clock().instant();
    }

    DayReport run() throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return report(Ending.DONE, "", plan(), tries);
            } catch (RuntimeException problem) {
                if (tries > job.retries().times() || !job.retries().mayHelp(problem)) {
                    return failed(problem, tries);
                }
                waitAfter(problem, tries);
            } catch (Error broken) {
                return failed(new IllegalStateException(broken), tries);
            }
        }
    }

    private List<DayWork.Done> plan() throws InterruptedException {
        found.clear();
        for (CampaignFile file : campaigns) {
            found.add(job.freshness().check(file, job.store().log(), job.clock(), job.pause()));
        }
        found.stream().flatMap(one -> one.warnings().stream()).distinct().forEach(job.told());
        return job.work().plan(campaigns, date, kind);
    }

    private void waitAfter(Exception problem, int tries) throws InterruptedException {
        Duration pause = job.retries().pauseAfter(tries);
        job.told()
                .accept(
                        "%s%nTry %d of %d failed; the next begins in %s."
                                .formatted(
                                        problem.getMessage(),
                                        tries,
                                        job.retries().times() + 1,
                                        Span.words(pause)));
        job.pause().pause(pause);
    }

    private DayReport failed(Exception problem, int tries) {
        Optional<Ending> ending = Ending.of(problem);
        String message =
                ending.isPresent()
                        ? problem.getMessage()
                        : "This should not have happened: " + trace(problem);
        job.told().accept(message);
        return report(ending.orElse(Ending.FAILED), message, List.of(), tries);
    }

    private DayReport report(Ending ending, String message, List<DayWork.Done> done, int tries) {
        return new DayReport(
                date,
                kind,
                campaigns,
                ending,
                message,
                done,
                tries,
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
