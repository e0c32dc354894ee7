package dev.marginal.scenarios.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.Shoppers;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.CampaignHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a history's rows are told of their customers' purchases. */
class HistoryStandingTest {
    private static final String FILE =
            """
            campaign: c
            currency: USD
            history: {file: history.csv, customer: id, treatment: arm, control: none, gmv: spend, time: treated}
            audience: {file: audience.csv, customer: id}
            offers: [{offer: push, treatment: push, channel: push}]
            budget: 5
            lifecycle:
              purchases: {file: buys.csv, customer: customer_id, time: day, amount: total}
              features: %s
            """;
    private static final String ALL =
            "[stage, p_alive, expected_purchases, expected_spend, value, value_of_an_order, rfm, segment]";
    private static final LocalDate FIRST_TREATED = LocalDate.of(2026, 5, 1);
    private static final int ROWS = 300;

    @TempDir Path folder;
    private List<LocalDate> treated;

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(3);
        List<String> customers = IntStream.range(0, 200).mapToObj("c%03d"::formatted).toList();
        Shoppers.write(customers.subList(0, 190), folder.resolve("buys.csv"));
        treated = new ArrayList<>();
        StringBuilder rows = new StringBuilder("id,x,arm,treated,spend\n");
        for (int row = 0; row < ROWS; row++) {
            treated.add(FIRST_TREATED.plusDays(row == 0 ? 0 : random.nextInt(40)));
            rows.append(customers.get(row % 200))
                    .append(
                            ",1,%s,%s,0\n"
                                    .formatted(row % 2 == 0 ? "none" : "push", treated.get(row)));
        }
        Files.writeString(folder.resolve("history.csv"), rows);
    }

    @Test
    void features_join_the_historys_own_and_who_has_not_bought_has_none() throws IOException {
        CampaignHistory history = load("[stage, p_alive, value_of_an_order]");

        assertThat(history.customers().names())
                .containsExactly("x", "stage", "p_alive", "value_of_an_order");
        CategoryColumn stage = (CategoryColumn) history.customers().features().get(1);
        assertThat(stage.words()).contains("new", "at risk");
        assertThat(stage.word(195)).isNull();
        assertThat(numbers(history, 2)[195]).isNaN();
        assertThat(numbers(history, 3)[195]).isZero();
    }

    @Test
    void without_being_asked_for_nothing_is_a_feature() throws IOException {
        assertThat(load("[]").customers().names()).containsExactly("x");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void no_purchase_on_a_rows_day_or_later_changes_its_features(int seed) throws IOException {
        List<Column> before = load(ALL).customers().features();
        Random random = new Random(seed);
        int row = random.nextInt(ROWS);
        String day = treated.get(row).toString();
        Path log = folder.resolve("buys.csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            boolean later =
                    Character.isDigit(line.charAt(5)) && line.split(",")[1].compareTo(day) >= 0;
            if (!later) {
                lines.add(line);
            } else if (random.nextBoolean()) {
                lines.add(
                        line.split(",")[0] + "," + line.split(",")[1] + "," + random.nextInt(900));
            }
        }
        for (int more = 0; more < 400; more++) {
            LocalDate later = treated.get(row).plusDays(random.nextInt(90));
            lines.add("c%03d,%s,%d".formatted(random.nextInt(200), later, random.nextInt(500)));
        }
        Files.write(log, lines);

        List<Column> after = load(ALL).customers().features();

        for (int feature = 0; feature < before.size(); feature++) {
            assertThat(cell(after.get(feature), row))
                    .as(before.get(feature).name())
                    .isEqualTo(cell(before.get(feature), row));
        }
    }

    @Test
    void purchases_before_a_rows_day_do() throws IOException {
        float[] before = numbers(load("[value]"), 1);
        Path log = folder.resolve("buys.csv");
        Files.writeString(
                log, Files.readString(log) + "c000,%s,700\n".formatted(FIRST_TREATED.minusDays(1)));

        assertThat(numbers(load("[value]"), 1)[0]).isNotEqualTo(before[0]);
    }

    @Test
    void other_features_are_another_history() throws IOException {
        assertThat(load("[value]").fingerprint()).isNotEqualTo(load("[p_alive]").fingerprint());
    }

    @Test
    void a_log_that_begins_too_late_is_told() throws IOException {
        Files.writeString(folder.resolve("buys.csv"), "customer_id,day,total\nc001,2026-05-01,5\n");

        assertThatThrownBy(() -> load("[stage]"))
                .isInstanceOf(BadInput.class)
                .hasMessage("buys.csv: has no purchase until 2026-04-30. It begins on 2026-05-01.");
    }

    @Test
    void a_feature_that_the_history_has_already_is_refused() throws IOException {
        Path history = folder.resolve("history.csv");
        Files.writeString(history, Files.readString(history).replaceFirst(",x,", ",stage,"));

        assertThatThrownBy(() -> load("[stage]"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "campaign.yml line 8: lifecycle.features (stage) adds a feature that history.csv has already. Maybe list the other under history.ignore.");
    }

    private static float[] numbers(CampaignHistory history, int feature) {
        return ((NumberColumn) history.customers().features().get(feature)).values();
    }

    private static Object cell(Column column, int row) {
        return column instanceof CategoryColumn words
                ? String.valueOf(words.word(row))
                : ((NumberColumn) column).values()[row];
    }

    private CampaignHistory load(String features) throws IOException {
        Path path = folder.resolve("campaign.yml");
        Files.writeString(path, FILE.formatted(features));
        return HistoryLoader.load(CampaignFileReader.read(path), new DuckDbReader());
    }
}
