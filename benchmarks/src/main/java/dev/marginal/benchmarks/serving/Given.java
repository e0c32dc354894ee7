package dev.marginal.benchmarks.serving;

import java.util.Optional;

/**
 * What came of asking.
 *
 * @param status of the last reply; a question that went on as a job is 200 once its job is done
 * @param seconds from asking until the whole answer was there
 * @param refused how often the service asked to come back
 * @param late whether it went on as a job
 * @param body the answer, or what was said instead
 * @param wrong what no reply may be: a status that is not promised, or a refusal that does not say
 *     when to come back
 */
record Given(
        Question question,
        int status,
        double seconds,
        int refused,
        boolean late,
        String body,
        Optional<String> wrong) {
    boolean isAnswer() {
        return status == 200 && wrong.isEmpty();
    }
}
