package dev.marginal.app;

import dev.marginal.app.pictures.NoFonts;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.handover.exporting.NotAudited;
import dev.marginal.scenarios.handover.exporting.NotForSending;
import dev.marginal.scenarios.handover.outbox.FileInTheWay;
import dev.marginal.scenarios.handover.outbox.OtherHandOver;
import dev.marginal.scenarios.handover.outbox.OutboxInUse;
import dev.marginal.scenarios.planfolder.AlreadyPublished;
import dev.marginal.scenarios.planfolder.AuditFailed;
import dev.marginal.scenarios.planfolder.NotWritten;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.store.LeaseLost;
import dev.marginal.scenarios.store.PlanInHand;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.StoreUnusable;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.BadInput;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * How a command or a call can end; each kind of ending has an exit code of its own, so that a
 * nightly job can tell them apart, and an HTTP status.
 */
public enum Ending {
    /** All is well. */
    DONE(0, 200),
    /** A fault of ours or of the machine; the message says what happened. */
    FAILED(1, 500),
    /** The command line itself is off. */
    USAGE(2, 400),
    /** An input cannot be used; every problem of it is told. */
    BAD_INPUT(3, 422),
    /** No plan keeps every rule, or none was found; the rules that fight are told. */
    NO_PLAN(4, 422),
    /** An input is too old, or not wholly there yet. */
    STALE_INPUT(5, 409),
    /** Another plan already stands where this one should go, or is being made. */
    ALREADY_PUBLISHED(6, 409),
    /** The audit found a promise that the files do not bear out. */
    AUDIT_FAILED(7, 500);

    private record Kind(Class<? extends Exception> problem, Ending ending) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(BadInput.class, BAD_INPUT),
                    new Kind(ImpossibleChange.class, BAD_INPUT),
                    new Kind(NoPlan.class, NO_PLAN),
                    new Kind(StaleInput.class, STALE_INPUT),
                    new Kind(AlreadyPublished.class, ALREADY_PUBLISHED),
                    new Kind(PlanInTheWay.class, ALREADY_PUBLISHED),
                    new Kind(PlanInHand.class, ALREADY_PUBLISHED),
                    new Kind(LeaseLost.class, ALREADY_PUBLISHED),
                    new Kind(OutboxInUse.class, ALREADY_PUBLISHED),
                    new Kind(OtherHandOver.class, ALREADY_PUBLISHED),
                    new Kind(FileInTheWay.class, ALREADY_PUBLISHED),
                    new Kind(NotForSending.class, BAD_INPUT),
                    new Kind(AuditFailed.class, AUDIT_FAILED),
                    new Kind(NotAudited.class, AUDIT_FAILED),
                    new Kind(NotWritten.class, FAILED),
                    new Kind(NoFonts.class, FAILED),
                    new Kind(StoreUnusable.class, FAILED),
                    new Kind(UncheckedIOException.class, FAILED));

    private final int exitCode;
    private final int httpStatus;

    Ending(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /** What the process returns. */
    public int exitCode() {
        return exitCode;
    }

    /** What the service answers with. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The ending that a problem leads to; nothing for a problem that should not have happened. */
    public static Optional<Ending> of(Exception problem) {
        return KINDS.stream()
                .filter(kind -> kind.problem().isInstance(problem))
                .map(Kind::ending)
                .findFirst();
    }
}
