package dev.marginal.app.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.marginal.tables.Suggestion;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads bodies strictly: every key is known and stands once, and nothing follows. */
final class Bodies {
    private static final int DEEPEST = 12;
    private static final int MOST_DIGITS = 40;
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(MOST_DIGITS)
                                                    .build())
                                    .build())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .addModule(
                            new SimpleModule().addDeserializer(Integer.class, new WholeNumbers()))
                    .build();

    private static final int LONGEST_NAME = 60;

    static {
        for (CoercionInputShape shape :
                List.of(
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float,
                        CoercionInputShape.Boolean)) {
            MAPPER.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        MAPPER.coercionConfigFor(LogicalType.Float)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        MAPPER.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    }

    private Bodies() {}

    static <T> T read(byte[] body, Class<T> type) {
        try {
            T read = MAPPER.readValue(body, type);
            if (read == null) {
                throw new Refusal(400, "The body must be a JSON object.");
            }
            requireNoNull(body);
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            throw unknown(unknown);
        } catch (JsonMappingException wrong) {
            if (wrong.getPath().isEmpty()) {
                throw new Refusal(400, "The body must be a JSON object.");
            }
            throw unusable(path(wrong), expectation(wrong), "GET /openapi.json tells more.");
        } catch (JsonProcessingException malformed) {
            throw new Refusal(400, notJson(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is not given is left out; a null in its place is a slip. */
    private static void requireNoNull(byte[] body) throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NULL) {
                    String key = parser.currentName();
                    throw unusable(
                            key == null ? "An item" : printable(key, LONGEST_NAME),
                            "must not be null",
                            "Leave it out.");
                }
            }
        }
    }

    private static Refusal unknown(UnrecognizedPropertyException unknown) {
        List<String> known =
                unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        return unusable(
                path(unknown),
                "is no key here; there are " + String.join(", ", known),
                Suggestion.didYouMean(printable(unknown.getPropertyName(), LONGEST_NAME), known));
    }

    private static String notJson(JsonProcessingException malformed) {
        String why = malformed.getOriginalMessage().lines().findFirst().orElse("");
        JsonLocation where = malformed.getLocation();
        String place =
                where == null
                        ? ""
                        : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
        return "The body is not JSON as it should be: %s%s.".formatted(printable(why, 200), place);
    }

    private static String expectation(JsonMappingException wrong) {
        Class<?> type =
                wrong instanceof MismatchedInputException mismatched
                        ? mismatched.getTargetType()
                        : null;
        if (type == String.class) {
            return "must be text";
        }
        if (type == Integer.class) {
            return "must be a whole number";
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        if (type == Double.class) {
            return "must be a number";
        }
        return type != null && Collection.class.isAssignableFrom(type)
                ? "must be a list"
                : type == null ? "is malformed or out of range" : "must be an object";
    }

    /** A client's text, fit to be shown. */
    static String printable(String text, int longest) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
        return plain.length() <= longest ? plain : plain.substring(0, longest) + "…";
    }

    /** A key that must be there. */
    static <T> T required(T value, String key) {
        if (value == null) {
            throw unusable(key, "is missing", "GET /openapi.json tells what it may be.");
        }
        return value;
    }

    static Refusal unusable(String subject, String expectation, String advice) {
        return Refusal.unusable(
                "%s %s.".formatted(subject, expectation),
                List.of(new ProblemJson.Fault(subject, null, expectation, advice)));
    }

    private static String path(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : printable(step.getFieldName(), LONGEST_NAME))
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
