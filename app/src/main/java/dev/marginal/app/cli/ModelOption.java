package dev.marginal.app.cli;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --model}. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "A model that marginal fit wrote; default: fit anew.")
    private Path folder;

    boolean isGiven() {
        return folder != null;
    }

    StoredModel read(Execution execution) {
        return new ModelFolder(folder).read(execution);
    }

    Path folder() {
        return folder;
    }

    /** Tells early of a folder that is none. */
    void requireFolder() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a model folder",
                            "Give a folder that ./marginal fit wrote, such as models/first-plan."));
        }
    }
}
