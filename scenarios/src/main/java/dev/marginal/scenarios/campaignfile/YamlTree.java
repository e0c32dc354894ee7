package dev.marginal.scenarios.campaignfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns YAML text into {@link Node}s. */
final class YamlTree {
    private final String file;
    private final YAMLParser parser;
    private final Problems problems;

    private YamlTree(String file, YAMLParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The whole document.
     *
     * @param file what messages call it
     * @param problems gets keys that stand twice
     * @throws BadInput if the text is not YAML
     */
    static Node read(String file, Reader text, Problems problems) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            YamlTree tree = new YamlTree(file, parser, problems);
            return parser.nextToken() == null ? new Node.Scalar(1, null) : tree.document();
        } catch (JsonProcessingException broken) {
            throw new BadInput(notYaml(file, broken));
        }
    }

    private static Problem notYaml(String file, JsonProcessingException broken) {
        long line =
                broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNr());
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return new Problem(
                file,
                line,
                "",
                null,
                "must be YAML: " + reason,
                "Maybe a colon, a quote, a tab (use spaces) or the indentation of this line or the one above is off.");
    }

    private Node document() throws IOException {
        Node document = node();
        if (parser.nextToken() != null) {
            problems.add(
                    new Problem(
                            file,
                            line(),
                            "",
                            null,
                            "must not begin a second campaign",
                            "Keep one campaign to a file: delete the line --- and what follows it."));
        }
        return document;
    }

    private Node node() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping();
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return items();
        }
        return new Node.Scalar(
                line(), parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
    }

    private Node mapping() throws IOException {
        long line = line();
        Map<String, Node> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            long keyLine = line();
            parser.nextToken();
            if (values.put(key, node()) != null) {
                problems.add(
                        new Problem(
                                file,
                                keyLine,
                                key,
                                null,
                                "must stand only once here",
                                "Delete one of the two."));
            }
        }
        return new Node.Mapping(line, values);
    }

    private Node items() throws IOException {
        long line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Items(line, items);
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
