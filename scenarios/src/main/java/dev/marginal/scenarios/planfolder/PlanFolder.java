package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.PlanAudit;
import dev.marginal.scenarios.planning.PlannedCampaign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/** Publishes plans as folders: written aside, audited, and put in place by one atomic rename. */
public final class PlanFolder {
    private PlanFolder() {}

    /**
     * What came of publishing a plan.
     *
     * @param folder where the plan is
     * @param unchanged whether the very same plan stood there already
     * @param audit what was checked before
     */
    public record Publication(Path folder, boolean unchanged, AuditReport audit) {}

    /**
     * Publishes {@code plan} as {@code folder}, whole or not at all.
     *
     * @param date of the plan
     * @throws AuditFailed if the folder does not bear out what the plan promises
     * @throws AlreadyPublished if another plan stands there
     * @throws NotWritten if the disk is full, say
     */
    public static Publication publish(PlannedCampaign plan, LocalDate date, Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        try (PartialFolder partial = PartialFolder.beside(target)) {
            new PlanFiles(plan, date, target.getFileName().toString(), partial.path()).write();
            AuditReport audit = PlanAudit.audit(partial.path());
            if (!audit.passed()) {
                throw new AuditFailed(audit);
            }
            boolean published = partial.publishAs(target);
            if (!published) {
                requireSamePlan(partial.path(), target);
            }
            return new Publication(folder, !published, audit);
        } catch (IOException | UncheckedIOException broken) {
            throw new NotWritten(folder, broken);
        }
    }

    private static void requireSamePlan(Path partial, Path target) throws IOException {
        Path published = target.resolve("plan.json");
        boolean same =
                Files.isRegularFile(published)
                        && Arrays.equals(
                                Files.readAllBytes(partial.resolve("plan.json")),
                                Files.readAllBytes(published));
        if (!same) {
            throw new AlreadyPublished(target);
        }
    }
}
