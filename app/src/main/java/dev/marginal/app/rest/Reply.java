package dev.marginal.app.rest;

import dev.marginal.app.answers.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a client gets.
 *
 * @param headers beside the usual ones
 * @param type of the content
 */
record Reply(int status, Map<String, String> headers, String type, Content content) {
    /** Writes itself, all at once or bit by bit. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Reply json(Object record) {
        return json(200, Map.of(), record);
    }

    static Reply json(int status, Map<String, String> headers, Object record) {
        byte[] bytes = Json.bytes(record);
        return new Reply(status, headers, Endpoint.JSON, out -> out.write(bytes));
    }

    static Reply text(String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Reply(200, Map.of(), type, out -> out.write(bytes));
    }
}
