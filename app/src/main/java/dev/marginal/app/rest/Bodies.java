package dev.marginal.app.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marginal.tables.Suggestion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads bodies strictly: every key is known and stands once, and nothing follows. */
final class Bodies {
    private static final int DEEPEST = 12;
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .build())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .build();

    private Bodies() {}

    static <T> T read(byte[] body, Class<T> type) {
        try {
            T read = MAPPER.readValue(body, type);
            if (read == null) {
                throw new Refusal(400, "The body must be a JSON object.");
            }
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            List<String> known =
                    unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
            throw unusable(
                    path(unknown),
                    "is no key here; there are " + String.join(", ", known),
                    Suggestion.didYouMean(unknown.getPropertyName(), known));
        } catch (JsonMappingException wrong) {
            if (wrong.getPath().isEmpty()) {
                throw new Refusal(400, "The body must be a JSON object.");
            }
            throw unusable(path(wrong), "does not fit", "GET /openapi.json tells what does.");
        } catch (JsonProcessingException malformed) {
            throw new Refusal(
                    400,
                    "The body is not JSON: %s (line %d, column %d)."
                            .formatted(
                                    malformed.getOriginalMessage().lines().findFirst().orElse(""),
                                    malformed.getLocation().getLineNr(),
                                    malformed.getLocation().getColumnNr()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
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
                                        : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
