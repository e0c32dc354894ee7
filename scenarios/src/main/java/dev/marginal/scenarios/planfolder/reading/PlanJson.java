package dev.marginal.scenarios.planfolder.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the JSON files of a plan's folder say. */
public final class PlanJson {
    private static final String PLAN = "plan.json";

    private PlanJson() {}

    /**
     * {@code plan.json} of a folder.
     *
     * @param others that a plan folder has to hold beside it
     * @throws BadInput if one of these files is not there, or plan.json is no JSON
     */
    public static JsonNode of(Path folder, String... others) {
        require(folder, PLAN);
        for (String other : others) {
            require(folder, other);
        }
        return in(folder.resolve(PLAN));
    }

    /**
     * A file that folders of an earlier version may lack: a missing node then.
     *
     * @throws BadInput if it is no JSON
     */
    public static JsonNode in(Path file) {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            throw new BadInput(
                    Problem.of(
                            file.toString(),
                            "is not the JSON that was written there",
                            "Make the plan again."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void require(Path folder, String file) {
        if (!Files.isRegularFile(folder.resolve(file))) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a plan folder: it has no " + file,
                            "Give a folder that ./marginal plan wrote, such as plans/first-plan-2026-11-21."));
        }
    }
}
