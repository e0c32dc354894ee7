package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.scenarios.audit.PlanAudit;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a plan may be sent: made for sending, the published plan of its campaign and date, and
 * audited. What a store published was audited before, and must only be as it was written; any other
 * folder is audited now.
 */
record Clearance(HandedPlan plan, Optional<PlanStore> store) {
    /** Refuses a plan that may not be sent. */
    void require() {
        requireLive();
        Optional<PlanRecord> published = published();
        if (published.isPresent()) {
            requireUnchanged();
        } else {
            requireAudited();
        }
    }

    /** Refuses a plan that was superseded meanwhile. */
    void requireStillPublished() {
        published();
    }

    private void requireLive() {
        if (plan.isBackfill()) {
            throw new NotForSending(
                    """
                    %s is a backfill, made for the record after its day; no exporter sends it.
                    Export the plan of a day that is still to come."""
                            .formatted(plan.facts().plan()));
        }
    }

    /** The store's record of this plan, if the plan is the store's. */
    private Optional<PlanRecord> published() {
        if (store.isEmpty()) {
            return Optional.empty();
        }
        PlanKey key = new PlanKey(plan.facts().campaign(), plan.facts().date());
        Optional<PlanRecord> published = store.get().published(key);
        if (published.isEmpty()) {
            return published;
        }
        String other = Fingerprint.of(store.get().folder(published.get()).resolve("plan.json"));
        if (!other.equals(plan.facts().fingerprint())) {
            throw new PlanInTheWay(
                    """
                    %s is not the published plan of %s; nothing was sent.
                    Export %s, which took its place."""
                            .formatted(plan.folder(), key, store.get().folder(published.get())));
        }
        return published;
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
