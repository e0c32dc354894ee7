package dev.marginal.value.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Table;
import dev.marginal.value.Histories;
import dev.marginal.value.log.LogSettings.Refunds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was known on the eve of a day. */
class EvesTest {
    private static final Execution TWO = new Execution(2);
    private static final int LAST_DAY = 200;
    private static final int CUSTOMERS = 40;

    /** One row of a log. */
    private record Line(String customer, int day, double amount) {}

    @ParameterizedTest
    @EnumSource(names = {"LEFT_OUT", "NETTED"})
    void on_a_common_day_it_is_what_the_log_knows_of_the_day_before(Refunds refunds) {
        TransactionLog log = log(lines(1), refunds);
        Histories known = log.histories(LocalDate.ofEpochDay(119), TWO);
        IdColumn customers = everybody();

        Eves eves = log.eves(customers, days(120), TWO);

        IdIndex index = new IdIndex(known.customers());
        for (int row = 0; row < CUSTOMERS; row++) {
            int expected = index.find(customers, row);
            int found = eves.rowOf()[row];
            assertThat(found == IdIndex.ABSENT).isEqualTo(expected == IdIndex.ABSENT);
            if (expected != IdIndex.ABSENT) {
                assertThat(told(eves.histories(), found)).isEqualTo(told(known, expected));
            }
        }
    }

    @Test
    void a_customer_is_told_of_each_time_as_of_that_days_eve() {
        TransactionLog log =
                log(
                        List.of(
                                new Line("ann", 10, 5),
                                new Line("ann", 20, 7),
                                new Line("ann", 20, 1),
                                new Line("ann", 30, 9)),
                        Refunds.LEFT_OUT);
        IdColumn ann = IdColumn.of("customer", List.of("ann", "ann", "ann", "ann", "bob"));

        Eves eves = log.eves(ann, new int[] {10, 20, 31, 11, 99}, TWO);

        assertThat(eves.rowOf()).containsExactly(-1, 0, 1, 2, -1);
        assertThat(eves.histories().frequency()).containsExactly(0, 2, 0);
        assertThat(eves.histories().recencyDays()).containsExactly(0, 20, 0);
        assertThat(eves.histories().ageDays()).containsExactly(9, 20, 0);
        assertThat(eves.histories().totalSpend()).containsExactly(5, 22, 5);
        assertThat(eves.histories().lastSpend()).containsExactly(5, 9, 5);
        assertThat(eves.histories().meanSpend()).containsExactly(Double.NaN, 8.5, Double.NaN);
    }

    @ParameterizedTest
    @EnumSource(names = {"LEFT_OUT", "NETTED"})
    void nothing_on_the_day_or_after_it_changes_what_is_known(Refunds refunds) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Line> lines = lines(seed);
            int[] days =
                    IntStream.generate(() -> random.nextInt(LAST_DAY)).limit(CUSTOMERS).toArray();
            List<Line> others = new ArrayList<>();
            for (Line line : lines) {
                boolean past = line.day() < days[place(line.customer())];
                if (past) {
                    others.add(line);
                } else if (random.nextBoolean()) {
                    others.add(new Line(line.customer(), line.day(), random.nextInt(900) - 100));
                }
            }
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                others.add(new Line(name(customer), days[customer], random.nextInt(500) - 100));
            }

            Eves before = log(lines, refunds).eves(everybody(), days, TWO);
            Eves after = log(others, refunds).eves(everybody(), days, TWO);

            assertThat(after.rowOf()).isEqualTo(before.rowOf());
            for (int row = 0; row < before.histories().rows(); row++) {
                assertThat(told(after.histories(), row)).isEqualTo(told(before.histories(), row));
            }
        }
    }

    private static List<Object> told(Histories histories, int row) {
        return Arrays.asList(
                histories.customers().id(row),
                histories.frequency()[row],
                histories.recencyDays()[row],
                histories.ageDays()[row],
                histories.meanSpend()[row],
                histories.lastSpend()[row],
                histories.totalSpend()[row]);
    }

    private static TransactionLog log(List<Line> lines, Refunds refunds) {
        Table table =
                new Table(
                        "log",
                        lines.size(),
                        List.of(
                                IdColumn.of("who", lines.stream().map(Line::customer).toList()),
                                new AmountColumn(
                                        "at", lines.stream().mapToDouble(Line::day).toArray()),
                                new AmountColumn(
                                        "paid",
                                        lines.stream().mapToDouble(Line::amount).toArray())));
        return new TransactionLog(table, LogSettings.of("who", "at", "paid").with(refunds));
    }

    private static List<Line> lines(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 300)
                .mapToObj(
                        any ->
                                new Line(
                                        name(random.nextInt(CUSTOMERS)),
                                        random.nextInt(LAST_DAY),
                                        random.nextInt(1000) / 8. - 20))
                .toList();
    }

    private static IdColumn everybody() {
        return IdColumn.of("id", IntStream.range(0, CUSTOMERS).mapToObj(EvesTest::name).toList());
    }

    private static int[] days(int day) {
        return IntStream.generate(() -> day).limit(CUSTOMERS).toArray();
    }

    private static String name(int customer) {
        return "c%02d".formatted(customer);
    }

    private static int place(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
