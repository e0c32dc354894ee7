package dev.marginal.app.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;

/** The endpoints as an OpenAPI document. */
final class OpenApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String PROBLEM = "application/problem+json";

    private OpenApi() {}

    /** The endpoint that tells the document. */
    static Endpoint endpoint(String document) {
        return Endpoint.get(
                        "/openapi.json",
                        "This document.",
                        Map.class,
                        call -> Reply.text(Endpoint.JSON, document).lasting())
                .answering(200, 304);
    }

    static String of(List<Endpoint> endpoints) {
        ObjectNode root = MAPPER.createObjectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Marginal")
                .put("version", "1")
                .put("description", "What-ifs of marketing campaigns. Nothing is published.");
        Schemas schemas = new Schemas();
        ObjectNode paths = root.putObject("paths");
        for (Endpoint endpoint : endpoints) {
            operation(paths.withObjectProperty(endpoint.path()), endpoint, schemas);
        }
        schemas.of(ProblemJson.class);
        ObjectNode components = root.putObject("components");
        ObjectNode named = components.putObject("schemas");
        new TreeMap<>(schemas.named()).forEach(named::set);
        components
                .putObject("securitySchemes")
                .putObject("key")
                .put("type", "http")
                .put("scheme", "bearer");
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void operation(ObjectNode path, Endpoint endpoint, Schemas schemas) {
        ObjectNode operation = path.putObject(endpoint.method().toLowerCase(Locale.ROOT));
        operation.put("summary", endpoint.route().summary());
        operation.put("operationId", id(endpoint));
        ArrayNode security = operation.putArray("security");
        if (endpoint.isGuarded()) {
            security.addObject().putArray("key");
        }
        parameters(operation.putArray("parameters"), endpoint);
        if (endpoint.takesBody()) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content")
                    .putObject(Endpoint.JSON)
                    .set("schema", schemas.of(endpoint.requests().body()));
        }
        ObjectNode responses = operation.putObject("responses");
        for (int status : statuses(endpoint)) {
            response(responses.putObject(Integer.toString(status)), status, endpoint, schemas);
        }
    }

    /** Such as {@code get_v1_jobs_id_events}. */
    private static String id(Endpoint endpoint) {
        String words = endpoint.path().replaceAll("\\W+", "_").replaceAll("_$", "");
        return endpoint.method().toLowerCase(Locale.ROOT) + words;
    }

    private static void parameters(ArrayNode parameters, Endpoint endpoint) {
        Matcher matcher = PARAMETER.matcher(endpoint.path());
        while (matcher.find()) {
            ObjectNode part = parameter(parameters, matcher.group(1), "path", "");
            part.put("required", true);
            part.putObject("schema").put("type", "string").put("minLength", 1);
        }
        for (Parameter query : endpoint.requests().query()) {
            parameter(parameters, query.name(), "query", query.summary())
                    .set("schema", query.schema());
        }
        if (endpoint.requests().takesKey()) {
            parameter(parameters, Replays.KEY, "header", Replays.SUMMARY)
                    .putObject("schema")
                    .put("type", "string")
                    .put("pattern", Replays.FORM);
        }
    }

    private static ObjectNode parameter(
            ArrayNode parameters, String name, String where, String summary) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", where);
        return summary.isEmpty() ? parameter : parameter.put("description", summary);
    }

    /** Those of its own, and those that every endpoint has. */
    private static List<Integer> statuses(Endpoint endpoint) {
        List<Integer> all = new ArrayList<>(endpoint.replies().statuses());
        all.addAll(List.of(400, 403, 406, 500));
        if (endpoint.isGuarded()) {
            all.add(401);
        }
        if (endpoint.takesBody()) {
            all.addAll(List.of(413, 415, 429));
        }
        if (endpoint.isOfCampaigns()) {
            all.add(503);
        }
        return all.stream().distinct().sorted().toList();
    }

    private static void response(
            ObjectNode response, int status, Endpoint endpoint, Schemas schemas) {
        response.put("description", HttpStatus.getMessage(status));
        headers(response, status, endpoint);
        if (status == 204 || status == 304) {
            return;
        }
        Class<?> type =
                status >= 400
                        ? ProblemJson.class
                        : status == 202 ? JobJson.class : endpoint.replies().body();
        String media = status >= 400 ? PROBLEM : endpoint.replies().type();
        response.putObject("content").putObject(media).set("schema", schemas.of(type));
    }

    private static void headers(ObjectNode response, int status, Endpoint endpoint) {
        List<String> names =
                switch (status) {
                    case 202 ->
                            endpoint.method().equals("POST")
                                    ? List.of("Location", "Retry-After")
                                    : List.of();
                    case 401 -> List.of("WWW-Authenticate");
                    case 429, 503 -> List.of("Retry-After");
                    default -> List.of();
                };
        if (names.isEmpty()) {
            return;
        }
        ObjectNode headers = response.putObject("headers");
        for (String name : names) {
            headers.putObject(name)
                    .put("required", true)
                    .putObject("schema")
                    .put("type", name.equals("Retry-After") ? "integer" : "string");
        }
    }
}
