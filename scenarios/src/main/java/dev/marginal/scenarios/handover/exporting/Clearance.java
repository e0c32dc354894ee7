package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.scenarios.audit.PlanAudit;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a plan may be sent: made for sending, the published plan of its campaign and date, and
 * audited. What a store published was audited before, and must only be as it was written; a folder
 * of which no store knows is audited now.
 *
 * @param stores that are asked, the first that knows the campaign and date has the word
 */
record Clearance(HandedPlan plan, List<PlanStore> stores) {
    /** Refuses a plan that may not be sent. */
    void require() {
        if (plan.isBackfill()) {
            throw backfill();
        }
        if (isPublished()) {
            requireUnchanged();
        } else {
            requireAudited();
        }
    }

    /** Refuses a plan that was superseded meanwhile. */
    void requireStillPublished() {
        isPublished();
    }

    /** Whether a store published it; false where none knows of it. */
    private boolean isPublished() {
        PlanKey key = new PlanKey(plan.facts().campaign(), plan.facts().date());
        for (PlanStore store : stores) {
            Optional<PlanRecord> published = store.published(key);
            if (published.isPresent()) {
                requireThis(store, published.get());
                return true;
            }
            if (store.plans(key.date(), key.date()).stream().anyMatch(of -> of.key().equals(key))) {
                throw new PlanInTheWay(
                        """
                        %s is not published: no attempt at the plan of %s came so far; nothing was sent.
                        Make the plan again, then export it."""
                                .formatted(plan.folder(), key));
            }
        }
        return false;
    }

    private void requireThis(PlanStore store, PlanRecord published) {
        Path folder = store.folder(published);
        if (published.kind() == PlanKind.BACKFILL) {
            throw backfill();
        }
        if (!Fingerprint.of(folder.resolve("plan.json")).equals(plan.facts().fingerprint())) {
            throw new PlanInTheWay(
                    """
                    %s is not the published plan of %s; nothing was sent.
                    Export %s, which took its place."""
                            .formatted(plan.folder(), published.key(), folder));
        }
    }

    private NotForSending backfill() {
        return new NotForSending(
                """
                %s is a backfill, made for the record after its day; no exporter sends it.
                Export the plan of a day that is still to come."""
                        .formatted(plan.facts().plan()));
    }

    private void requireUnchanged() {
        String changed =
                plan.json().path("files").properties().stream()
                        .filter(file -> !isAsWritten(file.getKey(), file.getValue().asText()))
                        .map(file -> file.getKey())
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!changed.isEmpty() || plan.json().path("files").isEmpty()) {
            throw new NotAudited(
                    """
                    %s is not as it was when it was audited (%s); nothing was sent.
                    Make the plan again."""
                            .formatted(plan.folder(), changed));
        }
    }

    private boolean isAsWritten(String name, String hash) {
        Path file = plan.folder().resolve(name);
        return Files.isRegularFile(file) && Fingerprint.of(file).equals(hash);
    }

    private void requireAudited() {
        AuditReport report = PlanAudit.audit(plan.folder());
        if (!report.passed()) {
            throw new NotAudited(
                    "The audit refuses %s; nothing was sent:\n  %s"
                            .formatted(
                                    plan.folder(),
                                    report.broken().stream()
                                            .map(Claim::toString)
                                            .collect(Collectors.joining("\n  "))));
        }
    }
}
