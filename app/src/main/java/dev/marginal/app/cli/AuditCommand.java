package dev.marginal.app.cli;

import static java.util.stream.Collectors.joining;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.scenarios.audit.PlanAudit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marginal audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Re-derives in SQL all that a plan folder promises.",
            "Every limit, the spend, the value and the bound; shares no code with what made the plan.",
            "Exit code 7 if a promise is broken."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal audit plans/first-plan-2026-11-21",
            "  marginal audit plans/first-plan-2026-11-21 --json",
            "",
            "Exit codes: 0 every claim holds, 1 failed, 2 usage, 3 bad input, 7 a claim is broken."
        })
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PLAN_FOLDER", description = "A folder that marginal plan wrote.")
    private Path folder;

    @Mixin private Result result;

    /** As JSON. */
    record Told(String folder, boolean passed, List<Claim> claims) {}

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AuditReport report = PlanAudit.audit(folder);
        result.print(
                "audit-1",
                () -> new Told(folder.toString(), report.passed(), report.claims()),
                () -> page(report));
        if (report.passed()) {
            console.next(
                    "./marginal explain %1$s CUSTOMER, or ./marginal export %1$s --to csv --dry-run"
                            .formatted(folder));
        }
        return (report.passed() ? Ending.DONE : Ending.AUDIT_FAILED).exitCode();
    }

    private static String page(AuditReport report) {
        String verdict =
                report.passed()
                        ? "All %d claims hold. Not audited: the forecast and the neighbours, which rest on the model."
                                .formatted(report.claims().size())
                        : "%d of %d claims are broken: do not send this plan."
                                .formatted(report.broken().size(), report.claims().size());
        return report.claims().stream().map(claim -> "  " + claim + "\n").collect(joining())
                + verdict;
    }
}
