package dev.marginal.scenarios.planfolder;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.PlanAudit;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.tables.PartialFolder;
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
        int customers = plan.audience().customers().rows();
        Day day = Day.alone(plan.file(), customers, date);
        try (PartialFolder partial = PartialFolder.beside(target)) {
            new PlanFiles(plan, day, target.getFileName().toString(), partial.path()).write();
            AuditReport audit = audit(partial.path());
            boolean published = partial.publishAs(target);
            if (!published) {
                requireSamePlan(partial.path(), target);
            }
            return new Publication(folder, !published, audit);
        } catch (IOException | UncheckedIOException broken) {
            throw new NotWritten(folder, broken);
        }
    }

    /**
     * Writes the files of {@code plan} into a folder that is there already, for a plan store.
     *
     * @param name of the plan
     * @throws NotWritten if the disk is full, say
     */
    public static void write(PlannedCampaign plan, Day day, String name, Path folder) {
        try {
            new PlanFiles(plan, day, name, folder).write();
        } catch (IOException | UncheckedIOException broken) {
            throw new NotWritten(folder, broken);
        }
    }

    /**
     * Checks that a written plan folder bears out all that it promises.
     *
     * @throws AuditFailed if it does not
     */
    public static AuditReport audit(Path folder) {
        AuditReport audit = PlanAudit.audit(folder);
        if (!audit.passed()) {
            throw new AuditFailed(audit);
        }
        return audit;
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
