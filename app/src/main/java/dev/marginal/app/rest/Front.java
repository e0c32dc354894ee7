package dev.marginal.app.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Between HTTP and the endpoints: who may ask and how, what is sent back, and what is told of it.
 */
final class Front {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    static final Map<String, String> SECURITY =
            Map.of(
                    "Content-Security-Policy", POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private static final String PATH = "path";

    private final Phaser inHand = new Phaser(1);
    private final Gate gate;
    private final Room room;
    private final Paths paths;
    private final Readiness readiness;
    private final Troubles troubles;
    private final Tally tally;
    private final Consumer<String> log;

    Front(
            Gate gate,
            Room room,
            Paths paths,
            Readiness readiness,
            Troubles troubles,
            Tally tally,
            Consumer<String> log) {
        this.gate = gate;
        this.room = room;
        this.paths = paths;
        this.readiness = readiness;
        this.troubles = troubles;
        this.tally = tally;
        this.log = log;
    }

    /** Before anything else. */
    void receive(Context context) {
        SECURITY.forEach(context::header);
        gate.requireOwnSite(context);
    }

    /** Answers, and counts who is being answered. */
    void answer(Context context, Endpoint endpoint) throws Exception {
        inHand.register();
        try {
            answered(context, endpoint);
        } finally {
            inHand.arriveAndDeregister();
        }
    }

    /** Waits until nobody is being answered, but no longer than this. */
    void awaitQuiet(Duration patience) throws InterruptedException {
        try {
            inHand.awaitAdvanceInterruptibly(
                    inHand.arrive(), patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return;
        }
    }

    private void answered(Context context, Endpoint endpoint) throws Exception {
        context.attribute(PATH, endpoint.path());
        String caller = endpoint.isGuarded() ? gate.requireKey(context) : "";
        Manners.require(context, endpoint);
        if (endpoint.isOfCampaigns()) {
            readiness.requireAll();
        }
        if (!endpoint.takesBody()) {
            Sending.send(context, endpoint, work(context, endpoint, caller, new byte[0]));
            return;
        }
        readiness.requireOpen();
        requireSmall(context.req().getContentLengthLong(), endpoint);
        int taken = room.take(context.req().getContentLengthLong());
        try {
            byte[] body = context.bodyAsBytes();
            requireSmall(body.length, endpoint);
            taken = room.keepOnly(body.length, taken);
            Sending.send(context, endpoint, work(context, endpoint, caller, body));
        } finally {
            room.giveBack(taken);
        }
    }

    private static void requireSmall(long bytes, Endpoint endpoint) {
        if (bytes > endpoint.requests().mostBytes()) {
            throw new Refusal(
                    413,
                    "The body must have at most %,d bytes."
                            .formatted(endpoint.requests().mostBytes()));
        }
    }

    private static Reply work(Context context, Endpoint endpoint, String caller, byte[] body)
            throws Exception {
        return endpoint.work().answer(new HttpCall(context, endpoint.path(), caller, body));
    }

    /** Tells which methods there are. */
    void options(Context context) {
        context.status(204).header("Allow", paths.allowed(context.path()));
    }

    /** What was not answered is told why. */
    void refuse(Exception problem, Context context) {
        if (!(problem instanceof HttpResponseException || problem instanceof IOException)) {
            troubles.tell(problem);
        }
        if (context.res().isCommitted()) {
            return;
        }
        String methods = paths.allowed(context.path());
        if (context.method().name().equals("OPTIONS") && !methods.isEmpty()) {
            options(context);
            return;
        }
        boolean isOther =
                problem instanceof HttpResponseException refused
                        && (refused.getStatus() == 405 || refused.getStatus() == 404)
                        && !methods.isEmpty();
        Reply reply =
                isOther
                        ? Reply.problem(Refusals.of(405, context.path()), Map.of("Allow", methods))
                        : Refusals.reply(problem, context.path());
        context.res().reset();
        SECURITY.forEach(context::header);
        context.header("Cache-Control", "no-store");
        reply.headers().forEach(context::header);
        context.status(reply.status()).contentType(reply.type());
        context.result(((Reply.Whole) reply.content()).bytes());
    }

    /** The endpoint's own path is told, never what stood in its place. */
    void told(Context context, double seconds) {
        String path = context.attribute(PATH) == null ? "-" : context.attribute(PATH);
        String method = Tally.known(context.method().name());
        int status = context.statusCode();
        tally.add(method, path, status, seconds);
        log.accept(
                String.format(
                        Locale.ROOT, "%s %s %d %.0f ms", method, path, status, seconds * 1000));
    }
}
