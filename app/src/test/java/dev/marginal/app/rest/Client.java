package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;

/** Asks a service over real HTTP. */
public record Client(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public HttpResponse<String> get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    public HttpResponse<String> delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                path,
                request -> {
                    request.header("Content-Type", "application/json");
                    if (headers.length > 0) {
                        request.headers(headers);
                    }
                    return request.POST(HttpRequest.BodyPublishers.ofString(body));
                });
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> as) {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        try {
            return HTTP.send(
                    as.apply(HttpRequest.newBuilder(uri)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException broken) {
            throw new AssertionError(response.body(), broken);
        }
    }
}
