package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.contacts.SendLog;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Published plans and the log of sends as tables of SQL. */
record LogSql(PastPlans store) {
    /** The sends of a plan, with the plan's number among others. */
    String sends(PlanRecord plan, int number) {
        return "select *, %d as plan, epoch(cast(send_at as timestamptz)) as at, epoch(cast(expires_at as timestamptz)) as latest from read_parquet(%s)"
                .formatted(number, quoted(files(store.folder(plan).resolve("sends.parquet"))));
    }

    /** The sends of several plans. */
    String sends(List<PlanRecord> plans) {
        StringBuilder all = new StringBuilder();
        for (int number = 0; number < plans.size(); number++) {
            all.append(number == 0 ? "" : " union all ").append(sends(plans.get(number), number));
        }
        return all.toString();
    }

    /** The latest that the log tells of each decision: {@code decision_id, status}. */
    String told() {
        List<SendLog.LogFile> files = store.log().files();
        return files.isEmpty()
                ? "select '' as decision_id, '' as status where false"
                : """
                select decision_id, arg_max(status, row(status_at, list_position([%1$s], filename), file_row_number)) as status
                from read_parquet([%1$s], filename = true, file_row_number = true)
                where decision_id <> '' group by decision_id"""
                        .formatted(
                                files.stream()
                                        .map(file -> quoted(file.file()))
                                        .collect(Collectors.joining(", ")));
    }

    /** Sends that were written in parts stand in a folder. */
    private static Path files(Path sends) {
        return Files.isDirectory(sends) ? sends.resolve("*.parquet") : sends;
    }

    private static String quoted(Path file) {
        return Database.quote(file.toAbsolutePath().toString());
    }
}
