package dev.marginal.scenarios.audit;

import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Notes which files outside the plan folder are no longer what the plan was made from. */
record Changes(FoundPlan plan, List<String> notes) {
    /**
     * Compares a file with the hash that plan.json keeps of it; says nothing of what is no single
     * file, or of plans that keep no hash.
     *
     * @param input its name among the plan's inputs
     */
    void lookAt(String input, Source source) {
        String known = plan.json().path("inputs").path("known").path(input).asText();
        if (known.isEmpty() || !(source instanceof Source.Files files)) {
            return;
        }
        Path file = files.folder().resolve(files.pattern());
        if (Files.isRegularFile(file) && !Fingerprint.of(file).equals(known)) {
            notes.add(
                    "%s has changed since the plan was made; it is read as it is now."
                            .formatted(files.pattern()));
        }
    }
}
