package dev.marginal.scenarios.whatif.changes;

import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.whatif.Brief;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.tables.Suggestion;
import java.util.List;

/** Contact caps by their names. */
final class Caps {
    private Caps() {}

    /** A cap of the campaign or its house. */
    static ContactCap named(Brief brief, String name) {
        List<ContactCap> caps = brief.file().daily().allCaps();
        List<String> names = caps.stream().map(ContactCap::id).toList();
        return caps.stream()
                .filter(cap -> cap.id().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ImpossibleChange(
                                        names.isEmpty()
                                                ? "No contact cap is called '%s': the campaign has none."
                                                        .formatted(name)
                                                : "No contact cap is called '%s'; there are %s. %s"
                                                        .formatted(
                                                                name,
                                                                String.join(", ", names),
                                                                Suggestion.didYouMean(name, names))
                                                        .strip()));
    }
}
