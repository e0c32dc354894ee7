package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.marginal.scenarios.audit.PlanDifference.Input;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which inputs of two plans differ, by the hashes in plan.json; where a file lies is no matter. */
record InputChanges(JsonNode before, JsonNode now) {
    private static final String MODEL = "model/model.json";

    List<Input> all() {
        List<Input> changes = new ArrayList<>();
        for (String key : List.of("campaign", "date", "kind", "objective")) {
            plain(key, before.path(key), now.path(key), changes);
        }
        Set<String> names = new LinkedHashSet<>();
        before.path("inputs").fieldNames().forEachRemaining(names::add);
        now.path("inputs").fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            input(name, before.path("inputs").path(name), now.path("inputs").path(name), changes);
        }
        if (!before.path("files").path(MODEL).equals(now.path("files").path(MODEL))) {
            changes.add(new Input("model", "another model"));
        }
        Set<String> made = new LinkedHashSet<>();
        before.path("made").fieldNames().forEachRemaining(made::add);
        now.path("made").fieldNames().forEachRemaining(made::add);
        made.forEach(
                key ->
                        plain(
                                key,
                                before.path("made").path(key),
                                now.path("made").path(key),
                                changes));
        return changes;
    }

    private static void plain(String key, JsonNode then, JsonNode now, List<Input> changes) {
        if (!then.equals(now)) {
            changes.add(new Input(key, "%s, before %s".formatted(words(now), words(then))));
        }
    }

    private static String words(JsonNode value) {
        return value instanceof MissingNode || value.isNull()
                ? "none"
                : value.asText(value.toString());
    }

    private static void input(String name, JsonNode then, JsonNode now, List<Input> changes) {
        List<String> words = new ArrayList<>();
        if (then.isMissingNode() || now.isMissingNode()) {
            words.add(then.isMissingNode() ? "is new" : "is gone");
        } else {
            compare("named", then.path("source"), now.path("source"), words);
            compare("rows", then.path("rows"), now.path("rows"), words);
            boolean same =
                    then.path("fingerprint").equals(now.path("fingerprint"))
                            && then.path("sha256").equals(now.path("sha256"));
            if (!same && words.isEmpty()) {
                words.add("other content");
            }
        }
        if (!words.isEmpty()) {
            changes.add(new Input(name.replace('_', ' '), String.join("; ", words)));
        }
    }

    private static void compare(String what, JsonNode then, JsonNode now, List<String> words) {
        if (!then.equals(now)) {
            words.add("%s %s, before %s".formatted(what, words(now), words(then)));
        }
    }
}
