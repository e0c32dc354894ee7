package dev.marginal.app.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Replies on their way to clients: tags, what clients have already, and heads alone. */
final class Sending {
    private static final String ETAG = "ETag";
    private static final int NOT_MODIFIED = 304;
    private static final int TAG_BYTES = 16;

    private Sending() {}

    /** Sends a reply, or only what is new of it to the client. */
    static void send(Context context, Endpoint endpoint, Reply reply) throws IOException {
        boolean reads = endpoint.replies().statuses().contains(NOT_MODIFIED);
        Reply tagged = reads ? tagged(reply) : reply;
        context.header("Cache-Control", "no-store");
        tagged.headers().forEach(context::header);
        if (reads && isKnown(context.header("If-None-Match"), tagged.headers().get(ETAG))) {
            context.status(NOT_MODIFIED);
            return;
        }
        context.status(tagged.status());
        if (tagged.type() != null) {
            context.contentType(tagged.type());
        }
        if (context.method().name().equals("HEAD")) {
            tellLength(context, tagged.content());
            return;
        }
        if (tagged.content() instanceof Reply.Whole whole) {
            sendAll(context, whole);
        } else {
            tagged.content().writeTo(context.res().getOutputStream());
        }
    }

    /** On its way when this returns, so that a service that stops cuts nothing off. */
    private static void sendAll(Context context, Reply.Whole whole) throws IOException {
        try (OutputStream out = context.outputStream()) {
            whole.writeTo(out);
        }
    }

    private static void tellLength(Context context, Reply.Content content) throws IOException {
        if (content instanceof Reply.Whole whole) {
            context.res().setContentLength(whole.bytes().length);
        } else {
            context.res().flushBuffer();
        }
    }

    /** A reply that is there already tells its tag, by which clients ask whether it still holds. */
    private static Reply tagged(Reply reply) {
        boolean plain =
                reply.status() == 200
                        && reply.content() instanceof Reply.Whole
                        && !reply.headers().containsKey(ETAG);
        return plain ? reply.with(ETAG, tag(((Reply.Whole) reply.content()).bytes())) : reply;
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"%s\"".formatted(HexFormat.of().formatHex(hash, 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isKnown(String asked, String tag) {
        if (asked == null || tag == null) {
            return false;
        }
        return asked.strip().equals("*")
                || Arrays.stream(asked.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag.replaceFirst("^W/", "")::equals);
    }
}
