package dev.marginal.app.cli;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A campaign that is served.
 *
 * @param model the folder of its model, where it has one
 */
record ServedCampaign(CampaignFile file, Optional<Path> model) {
    /**
     * Reads the campaign files that {@code CAMPAIGN_FILE=MODEL_FOLDER} name.
     *
     * @throws BadInput if one cannot be used, or two have the same name
     */
    static List<ServedCampaign> all(List<String> words) {
        List<ServedCampaign> all = words.stream().map(ServedCampaign::of).toList();
        Set<String> names = new HashSet<>();
        for (ServedCampaign one : all) {
            if (!names.add(one.file().campaign())) {
                throw new BadInput(
                        new Problem(
                                one.file().name(),
                                0,
                                "campaign",
                                one.file().campaign(),
                                "is the name of another campaign that is served",
                                "Give each a name of its own."));
            }
        }
        return all;
    }

    private static ServedCampaign of(String words) {
        int equals = words.indexOf('=');
        String file = equals < 0 ? words : words.substring(0, equals);
        Optional<Path> model =
                equals < 0 ? Optional.empty() : Optional.of(Path.of(words.substring(equals + 1)));
        model.ifPresent(ServedCampaign::requireFolder);
        return new ServedCampaign(CampaignFileReader.read(Path.of(file)), model);
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    Problem.of(
                            folder.toString(),
                            "is not a model folder",
                            "Give a folder that ./marginal fit wrote, such as models/first-plan."));
        }
    }
}
