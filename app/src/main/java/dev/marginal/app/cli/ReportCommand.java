package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.pictures.NoFonts;
import dev.marginal.scenarios.report.page.PlanFacts;
import dev.marginal.scenarios.report.page.ReportPage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the report of a plan anew from its folder, and its charts as files of their own.",
            "Every plan folder holds report.html already: this writes the same page, byte for byte, elsewhere."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal report plans/spring-2026-11-21",
            "  marginal report plans/spring-2026-11-21 --out spring.html --charts charts",
            "  marginal report plans/spring-2026-11-21 --charts charts --json   the files, for a program that sends them on",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage (a file is in the way, say), 3 bad input."
        })
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PLAN_FOLDER", description = "A folder that marginal plan wrote.")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the page goes. Default: <plan folder>-report.html, here.")
    private Path out;

    @Option(
            names = "--charts",
            paramLabel = "FOLDER",
            description = "Where each chart goes, as SVG and as PNG.")
    private Path charts;

    @Mixin private Result result;

    /** As JSON: the files that were written. */
    record Told(String page, List<String> charts) {}

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws NoFonts {
        Path plan = folder.toAbsolutePath().normalize();
        Path page = out == null ? Path.of(plan.getFileName() + "-report.html") : out;
        requireOutside(plan, page, "--out");
        if (charts != null) {
            requireOutside(plan, charts, "--charts");
        }
        ReportPage report = new ReportPage(PlanFacts.of(folder));
        ReportFiles files = new ReportFiles(page, charts);
        List<String> drawn = files.write(report.html(), report.charts());
        result.print("report-1", () -> new Told(page.toString(), drawn), () -> files.told(drawn));
        console.next("open %s in a browser, or ./marginal audit %s".formatted(page, folder));
        return Ending.DONE.exitCode();
    }

    /** What stands in a plan's folder is part of the plan. */
    private void requireOutside(Path plan, Path path, String option) {
        if (path.toAbsolutePath().normalize().startsWith(plan)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s %s lies in the plan's folder, which nobody changes: its audit would fail. Give a place outside."
                            .formatted(option, path));
        }
    }
}
