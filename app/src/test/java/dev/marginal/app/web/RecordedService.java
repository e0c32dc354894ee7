package dev.marginal.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page's own files with what the service once answered for the first plan, so that a test
 * decides what comes when. A budget of 5,000 is answered late; one of 9,999 is refused.
 */
final class RecordedService implements AutoCloseable {
    static final long LATE_MS = 900;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES =
            Map.of(
                    "html",
                    "text/html",
                    "js",
                    "text/javascript",
                    "css",
                    "text/css",
                    "svg",
                    "image/svg+xml");
    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();

    RecordedService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The scenarios that {@code /v1/what-if} was asked, in order. */
    List<JsonNode> scenarios() {
        return List.copyOf(questions);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/v1/campaigns" -> send(exchange, 200, "application/json", recorded("campaigns"));
            case "/v1/frontier" -> send(exchange, 200, "application/json", recorded("frontier"));
            case "/v1/compare" -> send(exchange, 200, "application/json", recorded("compare"));
            case "/v1/explain" -> send(exchange, 200, "application/json", recorded("explain"));
            case "/v1/what-if" -> whatIf(exchange);
            case "/v1/plans" -> {
                exchange.getResponseHeaders().add("Location", "/v1/jobs/1");
                send(exchange, 202, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            }
            case "/v1/jobs/1" ->
                    send(
                            exchange,
                            200,
                            "application/json",
                            "{\"state\":\"done\"}".getBytes(StandardCharsets.UTF_8));
            case "/v1/jobs/1/plan.csv" ->
                    send(
                            exchange,
                            200,
                            "text/csv",
                            "customer_id,offer\n".getBytes(StandardCharsets.UTF_8));
            default -> file(exchange, path.equals("/") ? "/index.html" : path);
        }
    }

    private void whatIf(HttpExchange exchange) throws IOException {
        JsonNode scenario = JSON.readTree(exchange.getRequestBody()).path("scenario");
        questions.add(scenario);
        int budget = scenario.path("budget").asInt();
        if (budget == 9999) {
            String problem =
                    """
                    {"type":"about:blank","title":"Bad scenario","status":422,"code":3,
                     "detail":"1 problem","errors":[{"subject":"budget","value":"9999","expectation":"is not for today","advice":"Ask less."}]}""";
            send(
                    exchange,
                    422,
                    "application/problem+json",
                    problem.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (budget == 5000) {
            pause();
        }
        send(exchange, 200, "application/json", recorded(reply(scenario)));
    }

    private static String reply(JsonNode scenario) {
        if (scenario.has("budget")) {
            return scenario.path("budget").asInt() == 5000 ? "as-it-is" : "budget-3000";
        }
        if (scenario.has("without")) {
            return "without-push";
        }
        return scenario.has("rules") ? "minimum-roi-2" : "as-it-is";
    }

    private static void pause() {
        try {
            Thread.sleep(LATE_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        try (InputStream file = RecordedService.class.getResourceAsStream("/web" + path)) {
            if (file == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            String type =
                    TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
            exchange.getResponseHeaders().add("Content-Security-Policy", STRICT);
            send(exchange, 200, type, file.readAllBytes());
        }
    }

    private static byte[] recorded(String name) throws IOException {
        try (InputStream file =
                RecordedService.class.getResourceAsStream("/recorded/" + name + ".json")) {
            return file.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
