package dev.marginal.scenarios.whatif;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A campaign with something changed; without changes, the everyday plan.
 *
 * @param name tells it from others
 * @param changes are made one after the other
 */
public record Scenario(String name, List<Change> changes) {
    /** The campaign as its file tells it. */
    public static final Scenario EVERYDAY = new Scenario("as it is", List.of());

    public Scenario {
        Requires.text(name, "scenario");
        changes = List.copyOf(changes);
    }

    /**
     * What it asks for.
     *
     * @throws ImpossibleChange with every change that makes no sense for this campaign
     */
    public Brief brief(CampaignFile file) {
        Brief brief = Brief.of(file);
        List<String> impossible = new ArrayList<>();
        for (Change change : changes) {
            try {
                brief = change.applyTo(brief);
            } catch (ImpossibleChange why) {
                impossible.add(why.getMessage());
            }
        }
        if (!impossible.isEmpty()) {
            throw new ImpossibleChange(String.join("\n", impossible));
        }
        return brief;
    }

    /** Its changes in words; empty where there are none. */
    public String words() {
        return changes.stream().map(Change::words).collect(Collectors.joining(", "));
    }
}
