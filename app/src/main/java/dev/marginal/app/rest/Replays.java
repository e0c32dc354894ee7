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
 * reply, another request with the same key is refused. Keys are kept for a day, the last thousand
 * of them.
 */
final class Replays {
    static final String KEY = "Idempotency-Key";

    private static final int KEPT = 1_000;
    private static final int LONGEST = 255;
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Done> done = new LinkedHashMap<>();

    Replays(Clock clock) {
        this.clock = clock;
    }

    /** A request and its reply; the reply is missing while the request is in hand. */
    private record Done(byte[] fingerprint, Instant at, Reply reply) {}

    /** The reply of a request, made now or before. */
    Reply once(Call call, String path, Supplier<Reply> work) {
        String key = call.header(KEY);
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new Refusal(400, "%s must be 1 to %d letters.".formatted(KEY, LONGEST));
        }
        byte[] fingerprint = hash(call.body());
        Reply before = claim(path + ' ' + key, fingerprint);
        if (before != null) {
            return before;
        }
        try {
            Reply reply = work.get();
            keep(path + ' ' + key, new Done(fingerprint, clock.instant(), reply));
            return reply;
        } catch (RuntimeException refused) {
            forget(path + ' ' + key);
            throw refused;
        }
    }

    private synchronized Reply claim(String key, byte[] fingerprint) {
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

    private synchronized void keep(String key, Done one) {
        done.put(key, one);
        var oldest = done.keySet().iterator();
        while (done.size() > KEPT && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private synchronized void forget(String key) {
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
