package dev.marginal.app.rest;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.planning.NoPlan;
import dev.marginal.tables.BadInput;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpStatus;

/** Problems as statuses and problem details. */
final class Refusals {
    private static final String UNEXPECTED = "This should not have happened.";

    private Refusals() {}

    /** A problem as a reply. */
    static Reply reply(Throwable problem, String path) {
        Map<String, String> headers =
                problem instanceof Refusal refusal ? refusal.headers() : Map.of();
        return Reply.problem(of(problem, path), headers);
    }

    static ProblemJson of(Throwable problem, String path) {
        if (problem instanceof Refusal refusal) {
            return details(
                    refusal.status(),
                    refusal.ending(),
                    refusal.getMessage(),
                    path,
                    refusal.faults());
        }
        if (problem instanceof HttpResponseException refused) {
            return of(refused.getStatus(), path);
        }
        Ending ending =
                problem instanceof Exception told
                        ? Ending.of(told).orElse(Ending.FAILED)
                        : Ending.FAILED;
        return ending.httpStatus() >= 500
                ? details(500, ending, UNEXPECTED, path, List.of())
                : details(ending.httpStatus(), ending, problem.getMessage(), path, faults(problem));
    }

    /** A status that says all there is to say. */
    static ProblemJson of(int status, String path) {
        Ending ending = status >= 500 ? Ending.FAILED : Ending.USAGE;
        return details(status, ending, words(status), path, List.of());
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

    private static List<ProblemJson.Fault> faults(Throwable problem) {
        if (problem instanceof BadInput bad) {
            return bad.problems().stream().map(ProblemJson.Fault::of).toList();
        }
        return problem instanceof NoPlan none ? fight(none) : List.of();
    }

    /** The rules that fight, one by one, and what would make room, as far as that is known. */
    private static List<ProblemJson.Fault> fight(NoPlan none) {
        return IntStream.range(0, none.conflict().size())
                .mapToObj(
                        i ->
                                new ProblemJson.Fault(
                                        "",
                                        null,
                                        none.conflict().get(i),
                                        i == 0 ? String.join(" ", none.relaxations()) : ""))
                .toList();
    }

    private static String words(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 404 -> "There is nothing here. GET /openapi.json tells what there is.";
            case 405 -> "This method is not for this path; the header Allow tells which are.";
            case 413 -> "The body is too large.";
            case 414, 431 -> "The address or the headers are too long.";
            case 500 -> UNEXPECTED;
            default -> HttpStatus.getMessage(status) + ".";
        };
    }
}
