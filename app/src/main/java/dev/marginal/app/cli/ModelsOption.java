package dev.marginal.app.cli;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Problem;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option {@code --model} of commands that plan several campaigns. */
final class ModelsOption {
    @Option(
            names = "--model",
            paramLabel = "[CAMPAIGN=]FOLDER",
            description =
                    "A model that marginal fit wrote, for one campaign by its name, or for all. Default: fit anew.")
    private List<String> models = List.of();

    boolean isGiven() {
        return !models.isEmpty();
    }

    /** The same models, for a command that is suggested; begins with a space, or is empty. */
    String words() {
        return models.stream().map(model -> " --model " + model).collect(Collectors.joining());
    }

    /** The models by campaign. */
    Map<String, StoredModel> read(List<CampaignFile> files, Execution execution) {
        Map<String, StoredModel> read = new TreeMap<>();
        for (String model : models) {
            int equals = model.indexOf('=');
            StoredModel stored = read(Path.of(model.substring(equals + 1)), execution);
            files.stream()
                    .map(CampaignFile::campaign)
                    .filter(name -> equals < 0 || name.equals(model.substring(0, equals)))
                    .forEach(name -> read.put(name, stored));
        }
        return read;
    }

    private static StoredModel read(Path folder, Execution execution) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a model folder",
                            "Give a folder that ./marginal fit wrote, such as models/first-plan."));
        }
        return new ModelFolder(folder).read(execution);
    }
}
