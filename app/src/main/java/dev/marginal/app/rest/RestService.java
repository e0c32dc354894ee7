package dev.marginal.app.rest;

import dev.marginal.optimizer.solving.ortools.Natives;
import dev.marginal.scenarios.whatif.PlanningDesk;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * Serves campaigns over HTTP, with a web page at {@code /}.
 *
 * <p>Requests only pass a desk's queue; what waits too long or is too much is told so.
 */
public final class RestService implements AutoCloseable {
    private static final String PAGE = "/web";

    private final RestSettings settings;
    private final Rejections rejections;
    private final Troubles troubles;
    private final Campaigns campaigns = new Campaigns(new ConcurrentSkipListMap<>());
    private final List<Endpoint> endpoints;
    private final Front front;
    private final Readiness readiness = new Readiness();
    private final Javalin server;

    private RestService(
            RestSettings settings, Optional<ApiKeys> keys, Clock clock, Consumer<String> log) {
        this.settings = settings;
        this.rejections = new Rejections();
        this.troubles = new Troubles(log);
        Tally tally = new Tally();
        this.endpoints = endpoints(clock, tally);
        this.front =
                new Front(
                        new Gate(keys, settings.host()),
                        new Room(settings.bodyBytes(), settings.mostBytes(), rejections),
                        Paths.of(endpoints, PAGE),
                        readiness,
                        troubles,
                        tally,
                        log);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Listens, loads the solver and plans every campaign as it is; then questions are taken.
     *
     * @param desks one for each campaign
     * @param keys of which clients must show one; needed where others than this machine can connect
     * @param clock by which jobs and keys are forgotten
     * @param log told of every answer in one line, without anything that names a customer
     */
    public static RestService start(
            List<PlanningDesk> desks,
            RestSettings settings,
            Optional<ApiKeys> keys,
            Clock clock,
            Consumer<String> log) {
        RestService service = new RestService(settings, keys, clock, log);
        try {
            service.server.start();
            service.prepare(desks);
        } catch (RuntimeException | Error unable) {
            service.close();
            throw unable;
        }
        return service;
    }

    private void prepare(List<PlanningDesk> desks) {
        Natives.load();
        readiness.has(Readiness.Need.SOLVER);
        for (PlanningDesk desk : desks) {
            campaigns
                    .desks()
                    .put(
                            desk.valued().file().campaign(),
                            new CampaignDesk(desk, settings, rejections, troubles));
        }
        readiness.has(Readiness.Need.PLANS);
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    private List<Endpoint> endpoints(Clock clock, Tally tally) {
        Jobs jobs = new Jobs(clock, settings.planBytes());
        AnswerCache cache = new AnswerCache(settings.cacheBytes());
        Waiting waiting = new Waiting(settings, jobs, cache, rejections);
        Metrics metrics = new Metrics(campaigns, jobs, tally, rejections, cache);
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new CampaignCalls(campaigns).endpoints());
        all.addAll(new WhatIfCalls(campaigns, waiting).endpoints());
        all.addAll(new CustomerCalls(campaigns, waiting).endpoints());
        all.addAll(new JobCalls(campaigns, jobs, new Replays(clock), rejections).endpoints());
        all.addAll(new HealthCalls(readiness, metrics::text).endpoints());
        all.add(OpenApi.endpoint(OpenApi.of(all)));
        return all;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new ProblemPages()));
        config.jetty.modifyServletContextHandler(
                handler -> handler.setErrorHandler(new ProblemPages()));
        config.http.maxRequestSize = settings.mostBytes();
        config.http.prefer405over404 = true;
        config.staticFiles.add(
                files -> {
                    files.hostedPath = "/";
                    files.directory = PAGE;
                    files.location = Location.CLASSPATH;
                    files.headers = Front.SECURITY;
                });
        config.routes.before(front::receive);
        endpoints.forEach(endpoint -> add(config, endpoint));
        endpoints.stream()
                .map(Endpoint::path)
                .distinct()
                .forEach(
                        path ->
                                config.routes.addHttpHandler(
                                        HandlerType.OPTIONS, path, front::options));
        config.routes.exception(HttpResponseException.class, front::refuse);
        config.routes.exception(Exception.class, front::refuse);
        config.requestLogger.http((context, millis) -> front.told(context, millis / 1000.0));
    }

    private void add(JavalinConfig config, Endpoint endpoint) {
        HandlerType method = HandlerType.findOrCreate(endpoint.method());
        config.routes.addHttpHandler(
                method, endpoint.path(), context -> front.answer(context, endpoint));
        if (method.equals(HandlerType.GET)) {
            config.routes.addHttpHandler(
                    HandlerType.HEAD, endpoint.path(), context -> front.answer(context, endpoint));
        }
    }

    /** Takes no more questions, lets those in hand end, and stops. */
    @Override
    public void close() {
        readiness.stop();
        long until = System.nanoTime() + settings.grace().toNanos();
        try {
            for (CampaignDesk desk : campaigns.all()) {
                desk.drain(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            }
            front.awaitQuiet(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        campaigns.all().forEach(CampaignDesk::close);
        server.stop();
    }
}
