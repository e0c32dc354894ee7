package dev.marginal.app.rest;

import java.util.List;
import java.util.function.Supplier;

/** Whether the service lives, and whether it takes questions. */
record HealthCalls(Readiness readiness, Supplier<String> metrics) {
    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    /** How it is. */
    record HealthJson(String status) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/livez",
                        "Whether the process lives.",
                        HealthJson.class,
                        call -> Reply.json(new HealthJson("alive"))),
                Endpoint.get(
                                "/readyz",
                                "Whether questions are taken: the solver is loaded, every campaign is planned as it is, and the service is not stopping.",
                                HealthJson.class,
                                call -> ready())
                        .answering(200, 503),
                Endpoint.get(
                                "/metrics",
                                "Counts, as Prometheus reads them.",
                                String.class,
                                call -> Reply.text(TEXT, metrics.get()))
                        .as(TEXT));
    }

    private Reply ready() {
        readiness.requireOpen();
        return Reply.json(new HealthJson("ready"));
    }
}
