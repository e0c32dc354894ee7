package dev.marginal.app.rest;

import java.util.List;

/**
 * One thing that the service does.
 *
 * @param method such as {@code POST}
 * @param path with its parameters in braces
 * @param summary one sentence
 * @param body what is sent; {@code Void} for nothing
 * @param reply what is answered
 * @param type of the reply, such as {@code application/json}
 * @param statuses that it may answer with, beside those of every endpoint
 * @param query parameters after the path
 * @param takesKey whether an {@code Idempotency-Key} has it done once
 * @param mostBytes of the body, where the service allows as many
 * @param work answers
 */
record Endpoint(
        String method,
        String path,
        String summary,
        Class<?> body,
        Class<?> reply,
        String type,
        List<Integer> statuses,
        List<Parameter> query,
        boolean takesKey,
        long mostBytes,
        Work work) {
    private static final long USUAL_BYTES = 1 << 20;

    static final String JSON = "application/json";

    /** Answers a call. */
    @FunctionalInterface
    interface Work {
        Reply answer(Call call) throws Exception;
    }

    static Endpoint get(String path, String summary, Class<?> reply, Work work) {
        return of("GET", path, summary, Void.class, reply, work);
    }

    static Endpoint post(String path, String summary, Class<?> body, Class<?> reply, Work work) {
        return of("POST", path, summary, body, reply, work);
    }

    static Endpoint delete(String path, String summary, Class<?> reply, Work work) {
        return of("DELETE", path, summary, Void.class, reply, work);
    }

    private static Endpoint of(
            String method, String path, String summary, Class<?> body, Class<?> reply, Work work) {
        return new Endpoint(
                method,
                path,
                summary,
                body,
                reply,
                JSON,
                List.of(200),
                List.of(),
                false,
                USUAL_BYTES,
                work);
    }

    Endpoint as(String other) {
        return new Endpoint(
                method, path, summary, body, reply, other, statuses, query, takesKey, mostBytes,
                work);
    }

    Endpoint answering(Integer... all) {
        return new Endpoint(
                method,
                path,
                summary,
                body,
                reply,
                type,
                List.of(all),
                query,
                takesKey,
                mostBytes,
                work);
    }

    Endpoint with(Parameter... parameters) {
        return new Endpoint(
                method,
                path,
                summary,
                body,
                reply,
                type,
                statuses,
                List.of(parameters),
                takesKey,
                mostBytes,
                work);
    }

    /** The same, done once for an {@code Idempotency-Key}. */
    Endpoint once() {
        return new Endpoint(
                method, path, summary, body, reply, type, statuses, query, true, mostBytes, work);
    }

    /** The same, with bodies as large as the service allows. */
    Endpoint forLargeBodies() {
        return new Endpoint(
                method,
                path,
                summary,
                body,
                reply,
                type,
                statuses,
                query,
                takesKey,
                Long.MAX_VALUE,
                work);
    }

    boolean takesBody() {
        return body != Void.class;
    }

    /** Whether it answers with customers' figures, or works at all, so that a key is asked for. */
    boolean isGuarded() {
        return path.startsWith("/v1/") || path.equals("/metrics");
    }
}
