package dev.marginal.app.rest;

import dev.marginal.app.answers.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client gets.
 *
 * @param headers beside the usual ones
 * @param type of the content
 */
record Reply(int status, Map<String, String> headers, String type, Content content) {
    private static final String PROBLEM = "application/problem+json";

    /** Writes itself, all at once or bit by bit. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Content that is there already. */
    record Whole(byte[] bytes) implements Content {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    static Reply json(Object record) {
        return json(200, Map.of(), record);
    }

    static Reply json(int status, Map<String, String> headers, Object record) {
        return new Reply(status, headers, Endpoint.JSON, new Whole(Json.bytes(record)));
    }

    static Reply json(byte[] bytes) {
        return new Reply(200, Map.of(), Endpoint.JSON, new Whole(bytes));
    }

    static Reply text(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Reply(200, Map.of(), type, new Whole(bytes));
    }

    static Reply problem(ProblemJson details, Map<String, String> headers) {
        byte[] bytes = Json.bytes(details);
        return new Reply(details.status(), headers, PROBLEM, new Whole(bytes));
    }

    /** Without content. */
    static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, headers, null, new Whole(new byte[0]));
    }

    /** The same, which clients may keep as long as they ask whether it still holds. */
    Reply lasting() {
        return with("Cache-Control", "private, no-cache");
    }

    Reply with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, type, content);
    }
}
