package dev.marginal.app.rest;

import dev.marginal.tables.Suggestion;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a request must be put: its parameters, what it accepts, and the type of its body. */
final class Manners {
    private static final int LONGEST_NAME = 60;

    private Manners() {}

    /**
     * Lets a request pass that an endpoint can take.
     *
     * @throws Refusal if it cannot
     */
    static void require(Context context, Endpoint endpoint) {
        requireKnown(context.queryParamMap(), endpoint);
        requireAccepted(context.header("Accept"), endpoint.replies().type());
        if (endpoint.takesBody()) {
            requireJson(context.contentType(), context.header("Content-Encoding"));
        }
    }

    private static void requireKnown(Map<String, List<String>> given, Endpoint endpoint) {
        List<String> known = endpoint.requests().query().stream().map(Parameter::name).toList();
        given.forEach(
                (name, values) -> {
                    if (!known.contains(name)) {
                        throw new Refusal(400, unknown(name, known));
                    }
                    if (values.size() > 1) {
                        throw new Refusal(400, "%s must be given once.".formatted(name));
                    }
                });
    }

    private static String unknown(String name, List<String> known) {
        String few = Bodies.printable(name, LONGEST_NAME);
        String there = known.isEmpty() ? "none" : String.join(", ", known);
        return "?%s is no parameter here; there is %s. %s"
                .formatted(few, there, Suggestion.didYouMean(few, known))
                .strip();
    }

    private static void requireAccepted(String accept, String type) {
        if (accept == null || accept.isBlank()) {
            return;
        }
        String plain = type.replaceFirst(";.*", "");
        boolean accepted =
                Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                        .map(range -> range.replace(" ", ""))
                        .filter(range -> !range.matches(".*;q=0(\\.0*)?(;.*)?"))
                        .map(range -> range.replaceFirst(";.*", ""))
                        .anyMatch(range -> covers(range, plain));
        if (!accepted) {
            throw new Refusal(406, "The answer is %s, which Accept leaves out.".formatted(plain));
        }
    }

    private static boolean covers(String range, String type) {
        return range.equals("*/*")
                || range.equals(type)
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    private static void requireJson(String type, String encoding) {
        String plain = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (!plain.matches("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?")) {
            throw new Refusal(
                    415, "The body must be sent as Content-Type: application/json, in UTF-8.");
        }
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal(415, "The body must be sent as it is, without Content-Encoding.");
        }
    }
}
