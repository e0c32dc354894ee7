package dev.marginal.benchmarks.killing;

import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever delivers: says of each day's plans what became of them. Of a hundred sends 93 go out, 3
 * fail and 4 are never heard of; and other tools send on their own.
 */
record Provider(HouseCheck check, Path folder) {
    /**
     * Writes what was sent on a date, as {@code log import} reads it.
     *
     * @param others whether other tools sent, too: only where the next day is not yet planned
     */
    Path write(LocalDate date, boolean others) {
        Path file = folder.resolve("sent-" + date + ".csv");
        Database sql = check.sql();
        sql.run(
                """
                copy (
                  select customer, channel, strftime(timezone('UTC', "at"), '%%Y-%%m-%%dT%%H:%%M:%%SZ') as sent_at,
                    case when hash(decision_id) %% 100 < 3 then 'failed' else 'sent' end as status, campaign, offer,
                    case when offer like 'coupon%%' then 'promo' else '' end as tags, decision_id, cost
                  from planned where date = '%1$s' and hash(decision_id) %% 100 < 96
                  union all
                  select customer, case when hash(customer || '%1$s') %% 2 = 0 then 'email' else 'push' end, '%1$sT12:00:00Z',
                    'sent', '', '', 'promo', '', 0
                  from people where %3$s and hash('%1$s' || customer) %% 100 < 2
                  order by all)
                to %2$s (header, delimiter ',')"""
                        .formatted(date, Database.quote(file.toString()), others));
        return file;
    }

    /** The arguments that import it: complete until the last of its sends has run out. */
    List<String> arguments(Path file, LocalDate date, Shelf shelf) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "log",
                                "import",
                                file.toString(),
                                "--complete-through",
                                date.plusDays(1) + "T00:00:00-05:00"));
        words.addAll(shelf.options());
        return words;
    }
}
