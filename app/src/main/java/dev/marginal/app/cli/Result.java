package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.app.answers.Json;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/**
 * The option {@code --json}: a command's result as a page for people, or as JSON for programs. Give
 * it to every command that has a result, as a mixin.
 */
final class Result {
    private final Console console;

    @Option(
            names = "--json",
            description = "Print the result as JSON; docs/command-line.md tells its schema.")
    private boolean json;

    Result(Console console) {
        this.console = console;
    }

    boolean isJson() {
        return json;
    }

    /**
     * Prints the result.
     *
     * @param schema name and version of the JSON's schema, such as {@code audit-1}, which stands in
     *     docs/schemas; the JSON says it under {@code schema}
     * @param record what the JSON tells, or a tree of it
     * @param page the same for people
     */
    void print(String schema, Supplier<?> record, Supplier<String> page) {
        if (!json) {
            console.print(page.get());
            return;
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("schema", schema);
        tree.setAll((ObjectNode) Json.tree(record.get()));
        console.printRaw(Json.pretty(tree));
    }
}
