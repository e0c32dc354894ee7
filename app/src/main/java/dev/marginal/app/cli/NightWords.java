package dev.marginal.app.cli;

import dev.marginal.app.job.DayReport;
import dev.marginal.app.job.DayWork;
import dev.marginal.app.job.Figures;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What came of a date, a line per campaign. */
record NightWords(DayReport report) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < report.campaigns().size(); i++) {
            CampaignFile file = report.campaigns().get(i);
            lines.add(
                    "%s %s: %s"
                            .formatted(
                                    file.campaign(),
                                    report.date(),
                                    report.isDone() ? done(i) : failed()));
        }
        report.done().stream().flatMap(NightWords::instead).forEach(lines::add);
        return lines;
    }

    private static Stream<String> instead(DayWork.Done done) {
        Words words = new Words(Figures.of(done.folder()).currency());
        return done.instead().stream()
                .map(difference -> "  instead " + DayPage.instead(difference, words));
    }

    private String done(int campaign) {
        DayWork.Done done = report.done().get(campaign);
        Figures figures = Figures.of(done.folder());
        Words words = new Words(figures.currency());
        return "%s%s, %,d sends, spend %s, value %s (%s)"
                .formatted(
                        done.unchanged() ? "unchanged" : "published",
                        report.kind(campaign) == PlanKind.BACKFILL ? " as backfill" : "",
                        figures.sends(),
                        words.money(figures.spend()),
                        words.money(figures.value()),
                        done.folder());
    }

    private String failed() {
        return "no new plan, exit code %d, tries %d"
                .formatted(report.ending().exitCode(), report.tries());
    }
}
