package dev.marginal.app.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/**
 * A parameter that may follow a path.
 *
 * @param words of which it must be one; empty for a whole number
 * @param least of the number
 * @param most of the number
 */
record Parameter(String name, String summary, List<String> words, long least, long most) {
    static Parameter number(String name, long least, long most, String summary) {
        return new Parameter(name, summary, List.of(), least, most);
    }

    static Parameter oneOf(String name, List<String> words, String summary) {
        return new Parameter(name, summary, words, 0, 0);
    }

    /**
     * The number that a call gives; nothing where it gives none.
     *
     * @throws Refusal if it is none
     */
    OptionalLong number(Call call) {
        String asked = call.query(name);
        if (asked == null) {
            return OptionalLong.empty();
        }
        if (!asked.matches("\\d{1,9}")
                || Long.parseLong(asked) < least
                || Long.parseLong(asked) > most) {
            throw new Refusal(
                    400, "%s must be a whole number, %d to %d.".formatted(name, least, most));
        }
        return OptionalLong.of(Long.parseLong(asked));
    }

    /**
     * The word that a call gives; the first one where it gives none.
     *
     * @throws Refusal if it is another word
     */
    String word(Call call) {
        String asked = call.query(name);
        if (asked == null) {
            return words.get(0);
        }
        if (!words.contains(asked)) {
            throw new Refusal(
                    400, "%s must be one of %s.".formatted(name, String.join(", ", words)));
        }
        return asked;
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (words.isEmpty()) {
            return schema.put("type", "integer").put("minimum", least).put("maximum", most);
        }
        words.forEach(schema.put("type", "string").putArray("enum")::add);
        return schema;
    }
}
