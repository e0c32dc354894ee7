package dev.marginal.scenarios.lifecycle;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.value.Histories;
import dev.marginal.value.lifecycle.RfmScores;
import dev.marginal.value.log.TransactionLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Recency, frequency and monetary scores of customers on the eves of days of their own, each among
 * all customers who had bought by that eve.
 *
 * @param customers who is asked for, all of whom had bought by their eves
 * @param days {@code [customer]}: since 1970
 */
record RfmOnDays(TransactionLog log, IdColumn customers, int[] days, Execution execution) {
    RfmScores scores() {
        RfmScores scores =
                new RfmScores(new int[days.length], new int[days.length], new int[days.length]);
        Map<Integer, List<Integer>> rowsOfDay =
                IntStream.range(0, days.length)
                        .boxed()
                        .collect(Collectors.groupingBy(row -> days[row]));
        rowsOfDay.forEach((day, rows) -> score(LocalDate.ofEpochDay(day - 1), rows, scores));
        return scores;
    }

    private void score(LocalDate eve, List<Integer> rows, RfmScores scores) {
        Histories all = log.histories(eve, execution);
        RfmScores among = RfmScores.of(all);
        IdIndex index = new IdIndex(all.customers());
        for (int row : rows) {
            int found = index.find(customers, row);
            scores.recency()[row] = among.recency()[found];
            scores.frequency()[row] = among.frequency()[found];
            scores.monetary()[row] = among.monetary()[found];
        }
    }
}
