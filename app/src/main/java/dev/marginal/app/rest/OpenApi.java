package dev.marginal.app.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
                call -> Reply.text(Endpoint.JSON, document));
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
        operation.put("summary", endpoint.summary());
        operation.putArray("security").addObject().putArray("key");
        ArrayNode parameters = operation.putArray("parameters");
        Matcher matcher = PARAMETER.matcher(endpoint.path());
        while (matcher.find()) {
            parameter(parameters, matcher.group(1), "path", "string").put("required", true);
        }
        endpoint.query().forEach(name -> parameter(parameters, name, "query", "integer"));
        if (endpoint.takesBody()) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content")
                    .putObject(Endpoint.JSON)
                    .set("schema", schemas.of(endpoint.body()));
        }
        ObjectNode responses = operation.putObject("responses");
        for (int status : statuses(endpoint)) {
            response(responses.putObject(Integer.toString(status)), status, endpoint, schemas);
        }
    }

    private static ObjectNode parameter(
            ArrayNode parameters, String name, String where, String type) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", where);
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    /** Those of its own, and those that every endpoint has. */
    private static List<Integer> statuses(Endpoint endpoint) {
        List<Integer> every =
                endpoint.takesBody() ? List.of(400, 401, 413, 415, 500) : List.of(401, 500);
        return Stream.concat(endpoint.statuses().stream(), every.stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void response(
            ObjectNode response, int status, Endpoint endpoint, Schemas schemas) {
        response.put("description", HttpStatus.getMessage(status));
        Class<?> type =
                status >= 400
                        ? ProblemJson.class
                        : status == 202 ? JobJson.class : endpoint.reply();
        String media = status >= 400 ? PROBLEM : endpoint.type();
        response.putObject("content").putObject(media).set("schema", schemas.of(type));
    }
}
