package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads scenarios, and tells every problem of them at once. */
public final class ScenarioReader {
    private static final String BEGIN = "budget: +20%";

    private final CampaignFile campaign;
    private final Asked asked = new Asked();

    private ScenarioReader(CampaignFile campaign) {
        this.campaign = campaign;
    }

    /**
     * Scenarios of a campaign.
     *
     * @param words what the scenarios alone say about the audience's columns
     * @param campaign the same, whose words now cover what the scenarios say about the audience's
     *     columns
     */
    public record Scenarios(List<Scenario> all, AudienceWords words, CampaignFile campaign) {
        public Scenarios {
            all = List.copyOf(all);
        }
    }

    /**
     * Reads a file of {@code scenarios}, each with a name of its own.
     *
     * @throws BadInput with every problem of the file
     */
    public static Scenarios read(Path path, CampaignFile campaign) {
        Problems problems = new Problems();
        Section root =
                YamlFile.read(
                        path,
                        path.getFileName().toString(),
                        "scenarios:",
                        "a file of scenarios, such as scenarios.yml",
                        problems);
        Path folder = path.toAbsolutePath().normalize().getParent();
        return new ScenarioReader(campaign).scenarios(root, folder, problems);
    }

    /**
     * Reads a text of {@code scenarios}, each with a name of its own.
     *
     * @param name of the text in messages
     * @param folder that names of plans start from
     * @throws BadInput with every problem of the text
     */
    public static Scenarios readAll(String text, String name, Path folder, CampaignFile campaign) {
        Problems problems = new Problems();
        Section root = YamlFile.read(text, name, "scenarios:", problems);
        return new ScenarioReader(campaign).scenarios(root, folder, problems);
    }

    /**
     * Reads the keys of one scenario from a text, in YAML or JSON.
     *
     * @param name of the scenario, and of the text in messages
     * @param folder that names of plans start from
     * @throws BadInput with every problem of the text
     */
    public static Scenarios read(String text, String name, Path folder, CampaignFile campaign) {
        Problems problems = new Problems();
        ScenarioReader reader = new ScenarioReader(campaign);
        Section root = YamlFile.read(text, name, BEGIN, problems);
        Scenario scenario = reader.scenario(name, root, folder);
        problems.throwIfAny();
        return reader.read(List.of(scenario));
    }

    /** No scenario: the campaign as it is. */
    public static Scenarios none(CampaignFile campaign) {
        return new ScenarioReader(campaign).read(List.of());
    }

    private Scenarios scenarios(Section root, Path folder, Problems problems) {
        List<Section> sections = root.sections("scenarios", "{scenario: more, budget: +20%}");
        if (sections.isEmpty() && problems.count() == 0) {
            root.missing("scenarios", "scenarios: [{scenario: more, budget: +20%}]");
        }
        List<Scenario> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            String name = section.text("scenario", "scenario: more-budget");
            if (!name.isEmpty() && !names.add(name)) {
                section.wrong("scenario", name, "must not stand twice", "");
            }
            all.add(scenario(name.isEmpty() ? "?" : name, section, folder));
        }
        root.noOtherKeys();
        problems.throwIfAny();
        return read(all);
    }

    private Scenario scenario(String name, Section section, Path folder) {
        return new Scenario(name, new ChangeKeys(section, campaign, folder, asked).changes());
    }

    private Scenarios read(List<Scenario> scenarios) {
        AudienceWords said = campaign.words();
        AudienceWords more = asked.words();
        return new Scenarios(
                scenarios,
                more,
                campaign.with(
                        new AudienceWords(
                                Stream.concat(said.columns().stream(), more.columns().stream())
                                        .toList(),
                                Stream.concat(
                                                said.conditions().stream(),
                                                more.conditions().stream())
                                        .toList())));
    }
}
