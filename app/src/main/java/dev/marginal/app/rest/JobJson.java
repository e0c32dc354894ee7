package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a job has come.
 *
 * @param job its id
 * @param kind {@code plan}, or {@code answer} to a question that was late
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param value of the plan, in currency; missing until there is one
 * @param spend alike
 * @param sends alike
 * @param gap how far the value may be from the best possible one, as a share; missing alike
 * @param result of a question that was late; missing until it is answered
 * @param detail why it failed; missing otherwise
 */
record JobJson(
        String job,
        String kind,
        String campaign,
        String state,
        Double value,
        Double spend,
        Integer sends,
        Double gap,
        JsonNode result,
        String detail) {}
