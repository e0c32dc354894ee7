package dev.marginal.spark.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plan folders as a stranger reads them, whether one machine wrote them or tasks. */
public final class PlanTables {
    private PlanTables() {}

    /** Whether it is a file that a plan or a store knows, not a checksum that Hadoop keeps. */
    public static boolean isOfPlan(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".crc");
    }

    /** A table of a plan, as what SQL reads from: in one file or in parts. */
    static String files(Path plan, String table) {
        Path file = plan.resolve(table + ".parquet");
        if (Files.isDirectory(file)) {
            return "read_parquet('%s/*.parquet', filename = true, file_row_number = true)"
                    .formatted(file);
        }
        return Files.exists(file)
                ? "read_parquet('%s', filename = true, file_row_number = true)".formatted(file)
                : "read_csv('%s', header = true, all_varchar = true)"
                        .formatted(plan.resolve(table + ".csv"));
    }

    /** Rows of a plan's table, in the order of its files. */
    static List<Map<String, Object>> rows(Path plan, String table, String columns) {
        String order =
                Files.exists(plan.resolve(table + ".parquet"))
                        ? " order by filename, file_row_number"
                        : "";
        return ask(plan, "select %s from %s%s".formatted(columns, files(plan, table), order));
    }

    static List<Map<String, Object>> ask(Path folder, String sql) {
        try (Database database = Database.over(folder)) {
            return database.rows(sql);
        }
    }

    static JsonNode json(Path plan) throws IOException {
        return new ObjectMapper().readTree(plan.resolve("plan.json").toFile());
    }

    /** plan.json without what only one of the two can tell. */
    static Map<String, JsonNode> told(Path plan) throws IOException {
        return json(plan).properties().stream()
                .filter(
                        key ->
                                !List.of(
                                                "neighbours",
                                                "drift",
                                                "forecast",
                                                "inputs",
                                                "spread",
                                                "files")
                                        .contains(key.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
