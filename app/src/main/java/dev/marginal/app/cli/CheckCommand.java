package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.CheckJson;
import dev.marginal.scenarios.checking.CampaignCheck;
import dev.marginal.scenarios.checking.CheckReport;
import dev.marginal.scenarios.checking.Finding;
import dev.marginal.scenarios.checking.Finding.Severity;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marginal check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at a campaign before it is fitted: every problem of every file at once, the quality of the data, the",
            "lottery, the smallest effect that can be seen, whether the audience is like the history, and whether any plan",
            "keeps the rules. Fits nothing and writes nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal check campaign.yml          what is fine, what is doubtful, what stops; the last matters most",
            "  marginal check campaign.yml --json   for a build that refuses bad data",
            "",
            "Exit codes: 0 nothing stops a plan, 2 usage, 3 something does."
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CAMPAIGN_FILE",
            description = "Such as examples/first-plan/campaign.yml.")
    private Path campaignFile;

    @Mixin private Result result;
    @Mixin private Threads threads;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckReport report;
        try (Steps steps = new Steps(console)) {
            report =
                    new CampaignCheck(new DuckDbReader(), threads.execution(), steps)
                            .check(campaignFile);
            steps.end();
        }
        result.print("check-1", () -> CheckJson.of(report), () -> page(report));
        console.next(
                report.stops()
                        ? "mend what stops, then ./marginal check %s again".formatted(campaignFile)
                        : "./marginal fit %1$s to judge a model, or ./marginal plan %1$s"
                                .formatted(campaignFile));
        return (report.stops() ? Ending.BAD_INPUT : Ending.DONE).exitCode();
    }

    private static String page(CheckReport report) {
        List<String> lines = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                lines.add(title(severity));
                report.findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .forEach(finding -> tell(finding, lines));
                lines.add("");
            }
        }
        lines.add(
                "%s: %,d fine, %,d in doubt, %,d stop a plan"
                        .formatted(
                                report.campaign(),
                                report.count(Severity.FINE),
                                report.count(Severity.DOUBT),
                                report.count(Severity.STOPS)));
        return String.join("\n", lines);
    }

    private static String title(Severity severity) {
        return switch (severity) {
            case FINE -> "Fine";
            case DOUBT -> "In doubt";
            case STOPS -> "Stops a plan";
        };
    }

    private static void tell(Finding finding, List<String> lines) {
        lines.add("  %-14s %s".formatted(finding.topic(), finding.sentence()));
        if (!finding.advice().isEmpty()) {
            lines.add("  %-14s → %s".formatted("", finding.advice()));
        }
    }
}
