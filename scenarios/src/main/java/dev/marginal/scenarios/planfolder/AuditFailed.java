package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import java.util.stream.Collectors;

/** The audit of a plan found a promise broken, so that the plan was not published. */
public final class AuditFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the claims that do not hold. */
    public AuditFailed(AuditReport report) {
        super(
                "The audit refuses this plan; nothing was published. This is a fault of Marginal's, please report it:\n  "
                        + report.broken().stream()
                                .map(Claim::toString)
                                .collect(Collectors.joining("\n  ")));
    }
}
