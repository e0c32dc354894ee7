package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads {@code plan.json}. */
public final class PlanDocumentReader {
    private PlanDocumentReader() {}

    /**
     * That of a plan's folder.
     *
     * @throws UncheckedIOException if it cannot be read, or is no JSON
     */
    public static JsonNode of(Path folder) {
        try {
            return new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
