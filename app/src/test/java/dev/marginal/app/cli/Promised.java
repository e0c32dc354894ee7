package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What docs/schemas promise of results. */
final class Promised {
    static final Path FOLDER = Path.of("../docs/schemas");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Promised() {}

    /** Runs a command, which must end well; its JSON must be as the schema that it names. */
    static JsonNode result(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Run run = Run.of(all.toArray());
        assertThat(run.exitCode()).as(run.messages()).isZero();
        return result(run);
    }

    /** The JSON of a run, which must be as the schema that it names. */
    static JsonNode result(Run run) {
        JsonNode result = read(run.results());
        Schema schema = SCHEMAS.getSchema(read(FOLDER, result.get("schema").asText()));
        assertThat(schema.validate(result)).extracting(Error::toString).isEmpty();
        return result;
    }

    /** What keeps a schema from being one. */
    static List<Error> faults(JsonNode schema) {
        return SCHEMAS.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()))
                .validate(schema);
    }

    /** The names of all schemas. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    static JsonNode read(Path folder, String name) {
        try {
            return JSON.readTree(folder.resolve(name + ".json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
