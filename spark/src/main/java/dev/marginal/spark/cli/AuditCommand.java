package dev.marginal.spark.cli;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.spark.audit.SparkAudit;
import dev.marginal.spark.files.Disk;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code marginal-spark audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Re-derives in SQL all that a plan made on Spark promises, part by part and over all parts.",
            "Exit code 7 if a promise is broken."
        })
final class AuditCommand implements Callable<Integer> {
    /** Exit code of a broken promise. */
    static final int BROKEN = 7;

    private final Console console;

    @Parameters(
            paramLabel = "PLAN_FOLDER",
            description = "Address of a folder that marginal-spark plan wrote.")
    private String folder;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (SparkSession session = Sessions.open("marginal audit")) {
            Disk disk = new Disk(session.sparkContext().hadoopConfiguration());
            AuditReport report = new SparkAudit(session, disk).audit(folder);
            console.print(
                    report.claims().stream()
                            .map(Claim::toString)
                            .collect(Collectors.joining("\n")));
            console.print(
                    report.passed()
                            ? "All %d claims hold.".formatted(report.claims().size())
                            : "%d of %d claims are broken."
                                    .formatted(report.broken().size(), report.claims().size()));
            return report.passed() ? 0 : BROKEN;
        }
    }
}
