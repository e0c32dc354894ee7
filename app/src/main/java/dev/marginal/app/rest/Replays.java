package dev.marginal.app.rest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Requests with an {@code Idempotency-Key} are done once: the same request again gets the same
 * reply, also where that was a refusal; another request with the same key is refused. What was told
 * to come back later was not done, and is done when it does. Keys are kept for a day, the last
 * thousand of them.
 */
final class Replays {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String FORM = "^[!-~]{1,255}$";
    static final String SUMMARY =
            "The request is done once: for a day the same key with the same body gets the same"
                    + " reply, with another body 422, and while it is in hand 409.";

    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final int KEPT = 1_000;

    private final Clock clock;
    private final Map<Owned, Done> done = new LinkedHashMap<>();

    Replays(Clock clock) {
        this.clock = clock;
    }

    /** A key of a caller for an endpoint. */
    private record Owned(String endpoint, String caller, String key) {}

    /** A request and its reply; the reply is missing while the request is in hand. */
    private record Done(byte[] fingerprint, Instant at, Reply reply) {}

    /** The reply of a request, made now or before. */
    Reply once(Call call, Supplier<Reply> work) {
        String key = call.header(KEY);
        if (key == null) {
            return work.get();
        }
        if (!key.matches(FORM)) {
            throw new Refusal(400, "%s must be 1 to 255 letters without spaces.".formatted(KEY));
        }
        Owned owned = new Owned(call.endpoint(), call.caller(), key);
        byte[] fingerprint = hash(call.body());
        Reply before = claim(owned, fingerprint);
        return before != null
                ? before.with(REPLAYED, "true")
                : make(call, owned, fingerprint, work);
    }

    private Reply make(Call call, Owned key, byte[] fingerprint, Supplier<Reply> work) {
        boolean keeps = false;
        try {
            Reply reply = replied(call, work);
            keep(key, new Done(fingerprint, clock.instant(), reply));
            keeps = true;
            return reply;
        } finally {
            if (!keeps) {
                forget(key);
            }
        }
    }

    /** A refusal that will not pass is a reply as well. */
    private static Reply replied(Call call, Supplier<Reply> work) {
        try {
            return work.get();
        } catch (RuntimeException problem) {
            boolean passes = problem instanceof Refusal refusal && refusal.passes();
            Reply reply = Refusals.reply(problem, call.path());
            if (passes || reply.status() >= 500) {
                throw problem;
            }
            return reply;
        }
    }

    private synchronized Reply claim(Owned key, byte[] fingerprint) {
        Instant oldest = clock.instant().minus(KEPT_FOR);
        done.values().removeIf(one -> one.at().isBefore(oldest));
        Done known = done.get(key);
        if (known == null) {
            keep(key, new Done(fingerprint, clock.instant(), null));
            return null;
        }
        if (!Arrays.equals(known.fingerprint(), fingerprint)) {
            throw new Refusal(422, "This %s came with another request before.".formatted(KEY));
        }
        if (known.reply() == null) {
            throw Refusal.busy(409, "The same request is in hand already.", 1);
        }
        return known.reply();
    }

    private synchronized void keep(Owned key, Done one) {
        done.put(key, one);
        var oldest = done.values().iterator();
        while (done.size() > KEPT && oldest.hasNext()) {
            if (oldest.next().reply() != null) {
                oldest.remove();
            }
        }
    }

    private synchronized void forget(Owned key) {
        done.remove(key);
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
