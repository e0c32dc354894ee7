package dev.marginal.spark.cli;

import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.planfolder.AuditFailed;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.tables.BadInput;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What went wrong, with the exit codes of {@code ./marginal}. */
final class Failure {
    private static final int FAILED = 1;

    private record Kind(Class<? extends Exception> problem, int code) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(BadInput.class, 3),
                    new Kind(NoPlan.class, 4),
                    new Kind(StaleInput.class, 5),
                    new Kind(PlanInTheWay.class, 6),
                    new Kind(AuditFailed.class, AuditCommand.BROKEN),
                    new Kind(UncheckedIOException.class, FAILED));

    private Failure() {}

    /** Tells a problem; one that a task met by what the task said. */
    static int tell(Exception problem, Console console) {
        Exception first = known(problem);
        Optional<Kind> kind =
                KINDS.stream().filter(one -> one.problem().isInstance(first)).findFirst();
        console.complain(
                kind.isPresent()
                        ? first.getMessage()
                        : "This should not have happened: " + problem);
        if (kind.isEmpty()) {
            problem.printStackTrace(console.messages());
        }
        return kind.map(Kind::code).orElse(FAILED);
    }

    private static Exception known(Exception problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            Throwable candidate = one;
            if (KINDS.stream().anyMatch(kind -> kind.problem().isInstance(candidate))) {
                return (Exception) one;
            }
        }
        return problem;
    }
}
