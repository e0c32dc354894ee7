package dev.marginal.scenarios.handover.exporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider that counts how often it was asked to send what, and answers as it is told. */
final class CountingService implements AutoCloseable {
    /** Hangs up without an answer. */
    static final int SILENCE = 0;

    private static final Pattern KEY = Pattern.compile("\"(?:unique|decision)_id\":\"([^\"]*)\"");

    private final HttpServer server;
    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean complaining;
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

    CountingService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** Takes everything from now on, and complains of some of it. */
    void complain() {
        complaining = true;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next answers; after them all is accepted. A silent one was accepted all the same. */
    synchronized void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    /** How often each send was accepted. */
    synchronized Map<String, Integer> accepted() {
        return new TreeMap<>(accepted);
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        paths.add(exchange.getRequestURI().getPath());
        bodies.add(body);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = next();
        if (status == SILENCE || status < 300) {
            count(body);
        }
        if (status != SILENCE) {
            exchange.getResponseHeaders().set("Retry-After", "7");
            byte[] words = words(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, words.length);
            exchange.getResponseBody().write(words);
        }
        exchange.close();
    }

    /** Says the key again, as careless services do. */
    private String words(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String errors = complaining ? ",\"errors\":[\"no such user\"]" : "";
        return "{\"message\":\"so, %s\"%s}".formatted(authorization, errors);
    }

    private synchronized int next() {
        return answers.isEmpty() ? 202 : answers.pop();
    }

    private synchronized void count(String body) {
        Matcher keys = KEY.matcher(body);
        List<String> found = new ArrayList<>();
        while (keys.find()) {
            found.add(keys.group(1));
        }
        found.stream().distinct().forEach(key -> accepted.merge(key, 1, Integer::sum));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
