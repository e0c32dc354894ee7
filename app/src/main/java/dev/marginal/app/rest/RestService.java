package dev.marginal.app.rest;

import dev.marginal.app.answers.Json;
import dev.marginal.scenarios.whatif.PlanningDesk;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Serves campaigns over HTTP, with a web page at {@code /}.
 *
 * <p>Requests only pass a desk's queue; what waits too long or is too much is told so.
 */
public final class RestService implements AutoCloseable {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> SECURITY =
            Map.of(
                    "Content-Security-Policy", POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Resource-Policy", "same-origin");
    private static final String PAGE = "/web";

    private static final int MOST_LISTENERS = 32;
    private static final String PATH = "path";
    private static final List<String> OPEN = List.of("/livez", "/readyz", "/openapi.json");

    private final RestSettings settings;
    private final Optional<ApiKey> key;
    private final Consumer<String> log;
    private final Campaigns campaigns;
    private final Jobs jobs;
    private final Replays replays;
    private final Tally tally = new Tally();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final Javalin server;

    private RestService(
            List<PlanningDesk> desks,
            RestSettings settings,
            Optional<ApiKey> key,
            Clock clock,
            Consumer<String> log) {
        this.settings = settings;
        this.key = key;
        this.log = log;
        this.jobs = new Jobs(clock);
        this.replays = new Replays(clock);
        TreeMap<String, CampaignDesk> byName = new TreeMap<>();
        for (PlanningDesk desk : desks) {
            byName.put(desk.valued().file().campaign(), new CampaignDesk(desk, settings.queue()));
        }
        this.campaigns = new Campaigns(byName);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Plans every campaign as it is, then listens.
     *
     * @param desks one for each campaign
     * @param key that clients must show; needed where others than this machine can connect
     * @param clock by which jobs and keys are forgotten
     * @param log told of every answer in one line, without anything that names a customer
     */
    public static RestService start(
            List<PlanningDesk> desks,
            RestSettings settings,
            Optional<ApiKey> key,
            Clock clock,
            Consumer<String> log) {
        RestService service = new RestService(desks, settings, key, clock, log);
        service.server.start();
        service.ready.set(true);
        return service;
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    private List<Endpoint> endpoints() {
        Waiting waiting = new Waiting(settings.deadline(), jobs);
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new CampaignCalls(campaigns).endpoints());
        all.addAll(new WhatIfCalls(campaigns, waiting).endpoints());
        all.addAll(new CustomerCalls(campaigns, waiting).endpoints());
        all.addAll(
                new JobCalls(campaigns, jobs, replays, new Semaphore(MOST_LISTENERS)).endpoints());
        all.addAll(new HealthCalls(ready::get, () -> tally.text(campaigns, jobs)).endpoints());
        String document = OpenApi.of(all);
        all.add(OpenApi.endpoint(document));
        return all;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.http.maxRequestSize = settings.mostBytes();
        config.http.prefer405over404 = true;
        config.staticFiles.add(
                files -> {
                    files.hostedPath = "/";
                    files.directory = PAGE;
                    files.location = Location.CLASSPATH;
                    files.headers = SECURITY;
                });
        config.routes.before(context -> SECURITY.forEach(context::header));
        for (Endpoint endpoint : endpoints()) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(endpoint.method()),
                    endpoint.path(),
                    context -> answer(context, endpoint));
        }
        config.routes.exception(HttpResponseException.class, this::refuse);
        config.routes.exception(Exception.class, this::refuse);
        config.requestLogger.http((context, millis) -> told(context, millis / 1000.0));
    }

    private void answer(Context context, Endpoint endpoint) throws Exception {
        context.attribute(PATH, endpoint.path());
        requireKey(context, endpoint);
        if (endpoint.takesBody()) {
            requireJson(context);
        }
        Reply reply = endpoint.work().answer(new HttpCall(context));
        context.status(reply.status()).contentType(reply.type());
        context.header("Cache-Control", "no-store");
        reply.headers().forEach(context::header);
        reply.content().writeTo(context.outputStream());
    }

    private void requireKey(Context context, Endpoint endpoint) {
        boolean shown =
                key.isEmpty()
                        || OPEN.contains(endpoint.path())
                        || key.get().isShownBy(context.header("Authorization"));
        if (!shown) {
            context.header("WWW-Authenticate", "Bearer");
            throw new Refusal(401, "Show the key: Authorization: Bearer KEY.");
        }
    }

    /** The endpoint's own path is told, never what stood in its place. */
    private void told(Context context, double seconds) {
        String path = context.attribute(PATH) == null ? "-" : context.attribute(PATH);
        int status = context.statusCode();
        tally.add(context.method().name(), path, status, seconds);
        log.accept(
                String.format(
                        Locale.ROOT,
                        "%s %s %d %.0f ms",
                        context.method().name(),
                        path,
                        status,
                        seconds * 1000));
    }

    private static void requireJson(Context context) {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw new Refusal(415, "The body must be sent as Content-Type: application/json.");
        }
    }

    private void refuse(Exception problem, Context context) {
        ProblemJson details = Refusals.of(problem, context.path());
        if (problem instanceof Refusal refusal && refusal.retryAfter().isPresent()) {
            context.header("Retry-After", Integer.toString(refusal.retryAfter().getAsInt()));
        }
        context.status(HttpStatus.forStatus(details.status()));
        context.contentType("application/problem+json").result(Json.bytes(details));
    }

    /** Takes no more questions, lets those in hand end, and stops. */
    @Override
    public void close() {
        ready.set(false);
        for (CampaignDesk desk : campaigns.all()) {
            drain(desk);
        }
        server.stop();
    }

    private void drain(CampaignDesk desk) {
        try {
            desk.drain(settings.grace());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        desk.close();
    }
}
