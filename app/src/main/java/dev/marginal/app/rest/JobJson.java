package dev.marginal.app.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a job has come.
 *
 * @param job its id
 * @param kind {@code plan}, or {@code answer} to a question that was late
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param soFar figures of the best plan so far, which stand beside these keys
 * @param planCsv where its sends are; missing until there is a plan, and once it is not kept any
 *     more
 * @param result of a question that was late; missing until it is answered; what there was by then
 *     where it was cancelled
 * @param detail why it failed; missing otherwise
 * @param problem the same as the call would have answered
 */
record JobJson(
        String job,
        String kind,
        String campaign,
        String state,
        @JsonUnwrapped SoFar soFar,
        String planCsv,
        JsonNode result,
        String detail,
        ProblemJson problem) {
    /**
     * The best plan so far.
     *
     * @param value in currency; missing until there is a plan
     * @param spend alike; missing until the search is over
     * @param sends how many; missing until the search is over
     * @param bound that no plan's value can pass; missing until it is known
     * @param gap how far the value may be from the best possible one, as a share of the bound
     */
    record SoFar(Double value, Double spend, Integer sends, Double bound, Double gap) {
        static final SoFar NOTHING = new SoFar(null, null, null, null, null);

        static SoFar of(KeptPlan.Figures all) {
            return new SoFar(all.value(), all.spend(), all.sends(), all.bound(), all.gap());
        }

        /** Of a search; what it does not know yet is not a number. */
        static SoFar of(double value, double bound) {
            boolean both = !Double.isNaN(value) && !Double.isNaN(bound);
            double gap = bound > 0 ? Math.max(0, (bound - value) / bound) : 0;
            return new SoFar(known(value), null, null, known(bound), both ? gap : null);
        }

        private static Double known(double amount) {
            return Double.isFinite(amount) ? amount : null;
        }
    }
}
