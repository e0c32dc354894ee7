package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.PlanAudit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code marginal audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Re-derives in SQL all that a plan folder promises.",
            "Every limit, the spend, the value and the bound; shares no code with what made the plan.",
            "Exit code 7 if a promise is broken."
        })
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PLAN_FOLDER", description = "A folder that marginal plan wrote.")
    private Path folder;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AuditReport report = PlanAudit.audit(folder);
        report.claims().forEach(claim -> console.print("  " + claim));
        console.print(
                report.passed()
                        ? "All %d claims hold. Not audited: the forecast and the neighbours, which rest on the model."
                                .formatted(report.claims().size())
                        : "%d of %d claims are broken: do not send this plan."
                                .formatted(report.broken().size(), report.claims().size()));
        return (report.passed() ? Ending.DONE : Ending.AUDIT_FAILED).exitCode();
    }
}
