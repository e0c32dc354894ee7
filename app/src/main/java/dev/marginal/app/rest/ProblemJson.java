package dev.marginal.app.rest;

import dev.marginal.tables.Problem;
import java.util.List;

/**
 * Why a request was not answered, as RFC 9457 has it.
 *
 * @param type {@code about:blank}: the status says the kind
 * @param title of the status
 * @param status of the response
 * @param detail what happened, and what to do
 * @param instance the path that was asked for
 * @param code what the command line would have exited with: 2 usage, 3 bad input, 4 no plan, …
 * @param errors every problem of the request
 */
record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        int code,
        List<Fault> errors) {
    /**
     * One problem of a request.
     *
     * @param subject the key or thing at fault
     * @param value what was found there; missing where there is nothing to show
     * @param expectation what should have been there
     * @param advice what to do next
     */
    record Fault(String subject, String value, String expectation, String advice) {
        static Fault of(Problem problem) {
            return new Fault(
                    problem.subject(), problem.value(), problem.expectation(), problem.advice());
        }
    }
}
