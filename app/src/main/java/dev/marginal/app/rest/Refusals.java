package dev.marginal.app.rest;

import dev.marginal.app.Ending;
import dev.marginal.tables.BadInput;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** Problems as statuses and problem details. */
final class Refusals {
    private Refusals() {}

    static ProblemJson of(Exception problem, String path) {
        if (problem instanceof Refusal refusal) {
            return details(
                    refusal.status(),
                    refusal.ending(),
                    refusal.getMessage(),
                    path,
                    refusal.faults());
        }
        if (problem instanceof HttpResponseException refused) {
            return details(
                    refused.getStatus(), Ending.USAGE, words(refused.getStatus()), path, List.of());
        }
        Ending ending = Ending.of(problem).orElse(Ending.FAILED);
        return ending.httpStatus() >= 500
                ? details(500, ending, "This should not have happened.", path, List.of())
                : details(ending.httpStatus(), ending, problem.getMessage(), path, faults(problem));
    }

    private static ProblemJson details(
            int status, Ending ending, String detail, String path, List<ProblemJson.Fault> faults) {
        return new ProblemJson(
                "about:blank",
                HttpStatus.getMessage(status),
                status,
                detail,
                path,
                ending.exitCode(),
                faults);
    }

    private static List<ProblemJson.Fault> faults(Exception problem) {
        return problem instanceof BadInput bad
                ? bad.problems().stream().map(ProblemJson.Fault::of).toList()
                : List.of();
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "There is nothing here. GET /openapi.json tells what there is.";
            case 405 -> "This method is not for this path. GET /openapi.json tells which is.";
            case 413 -> "The body is too large.";
            default -> HttpStatus.getMessage(status) + ".";
        };
    }
}
