package dev.marginal.app.rest;

import java.util.List;

/**
 * One thing that the service does.
 *
 * @param route where
 * @param requests what may be sent
 * @param replies what is answered
 * @param work answers
 */
record Endpoint(Route route, Requests requests, Replies replies, Work work) {
    static final String JSON = "application/json";

    /**
     * Where it is done.
     *
     * @param method such as {@code POST}
     * @param path with its parameters in braces
     * @param summary one sentence
     */
    record Route(String method, String path, String summary) {}

    /**
     * What requests hold.
     *
     * @param body what is sent; {@code Void} for nothing
     * @param query parameters after the path
     * @param takesKey whether an {@code Idempotency-Key} has it done once
     * @param mostBytes of the body, where the service allows as many
     */
    record Requests(Class<?> body, List<Parameter> query, boolean takesKey, long mostBytes) {
        private static final long USUAL_BYTES = 1 << 20;

        private static Requests of(Class<?> body) {
            return new Requests(body, List.of(), false, USUAL_BYTES);
        }

        private Requests with(Parameter... parameters) {
            return new Requests(body, List.of(parameters), takesKey, mostBytes);
        }

        private Requests once() {
            return new Requests(body, query, true, mostBytes);
        }

        private Requests large() {
            return new Requests(body, query, takesKey, Long.MAX_VALUE);
        }
    }

    /**
     * What replies hold.
     *
     * @param body what is answered
     * @param type of it, such as {@code application/json}
     * @param statuses beside those of every endpoint
     */
    record Replies(Class<?> body, String type, List<Integer> statuses) {
        private Replies as(String other) {
            return new Replies(body, other, statuses);
        }

        private Replies with(Integer... all) {
            return new Replies(body, type, List.of(all));
        }
    }

    /** Answers a call. */
    @FunctionalInterface
    interface Work {
        Reply answer(Call call) throws Exception;
    }

    static Endpoint get(String path, String summary, Class<?> reply, Work work) {
        return of(new Route("GET", path, summary), Void.class, reply, work);
    }

    static Endpoint post(String path, String summary, Class<?> body, Class<?> reply, Work work) {
        return of(new Route("POST", path, summary), body, reply, work);
    }

    static Endpoint delete(String path, String summary, Class<?> reply, Work work) {
        return of(new Route("DELETE", path, summary), Void.class, reply, work);
    }

    private static Endpoint of(Route route, Class<?> body, Class<?> reply, Work work) {
        return new Endpoint(route, Requests.of(body), new Replies(reply, JSON, List.of(200)), work);
    }

    /** The same, with replies of another type. */
    Endpoint as(String type) {
        return new Endpoint(route, requests, replies.as(type), work);
    }

    /** The same, with these statuses. */
    Endpoint answering(Integer... statuses) {
        return new Endpoint(route, requests, replies.with(statuses), work);
    }

    /** The same, with parameters after the path. */
    Endpoint with(Parameter... parameters) {
        return new Endpoint(route, requests.with(parameters), replies, work);
    }

    /** The same, done once for an {@code Idempotency-Key}. */
    Endpoint once() {
        return new Endpoint(route, requests.once(), replies, work);
    }

    /** The same, with bodies as large as the service allows. */
    Endpoint forLargeBodies() {
        return new Endpoint(route, requests.large(), replies, work);
    }

    String method() {
        return route.method();
    }

    String path() {
        return route.path();
    }

    boolean takesBody() {
        return requests.body() != Void.class;
    }

    /** Whether it needs the campaigns. */
    boolean isOfCampaigns() {
        return path().startsWith("/v1/");
    }

    /** Whether it answers with customers' figures, or works at all, so that a key is asked for. */
    boolean isGuarded() {
        return isOfCampaigns() || path().equals("/metrics");
    }
}
