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
 * @param statuses that it may answer with
 * @param query parameters after the path
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
        List<String> query,
        Work work) {
    static final String JSON = "application/json";

    /** Answers a call. */
    @FunctionalInterface
    interface Work {
        Reply answer(Call call) throws Exception;
    }

    static Endpoint get(String path, String summary, Class<?> reply, Work work) {
        return new Endpoint(
                "GET", path, summary, Void.class, reply, JSON, List.of(200), List.of(), work);
    }

    static Endpoint post(String path, String summary, Class<?> body, Class<?> reply, Work work) {
        return new Endpoint(
                "POST", path, summary, body, reply, JSON, List.of(200), List.of(), work);
    }

    static Endpoint delete(String path, String summary, Class<?> reply, Work work) {
        return new Endpoint(
                "DELETE", path, summary, Void.class, reply, JSON, List.of(200), List.of(), work);
    }

    Endpoint as(String other) {
        return new Endpoint(method, path, summary, body, reply, other, statuses, query, work);
    }

    Endpoint answering(Integer... all) {
        return new Endpoint(method, path, summary, body, reply, type, List.of(all), query, work);
    }

    Endpoint with(String... parameters) {
        return new Endpoint(
                method, path, summary, body, reply, type, statuses, List.of(parameters), work);
    }

    boolean takesBody() {
        return body != Void.class;
    }
}
