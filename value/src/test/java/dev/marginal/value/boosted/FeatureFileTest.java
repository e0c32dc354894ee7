package dev.marginal.value.boosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {
    private static final IdColumn BUYERS =
            IdColumn.of("customer", List.of("ann", "bob", "cleo", "dan"));
    private static final List<FeatureSpec> LEARNT =
            List.of(
                    new FeatureSpec("engagement", false, List.of()),
                    new FeatureSpec("channel", true, List.of("ad", "friend", "search")));

    @TempDir Path home;

    @Test
    void numbers_and_categories_are_learnt_as_they_stand_there() throws IOException {
        CustomerColumns columns =
                file("customer,visits,channel", "dan,,ad", "cleo,3,", "bob,2,ad", "ann,1,friend")
                        .learnable(BUYERS, "purchases.csv");

        assertThat(columns.source()).isEqualTo("customers.csv");
        assertThat(((NumberColumn) columns.of(BUYERS).get(0)).values())
                .containsExactly(1, 2, 3, Float.NaN);
        assertThat(((CategoryColumn) columns.of(BUYERS).get(1)).word(0)).isEqualTo("friend");
        assertThat(((CategoryColumn) columns.of(BUYERS).get(1)).word(2)).isNull();
    }

    @Test
    void what_cannot_be_learnt_is_told_at_once() throws IOException {
        assertThatBad(() -> file("customer,age,idle", "ann,31,1").learnable(BUYERS, "buys.csv"))
                .hasMessageContaining("3 problems")
                .hasMessageContaining(
                        "column (age) must be named otherwise. The model takes frequency, recency, age,")
                .hasMessageContaining("column (idle) must be named otherwise.")
                .hasMessageContaining(
                        "customer has no row for 3 of the 4 customers of buys.csv, such as bob, cleo, dan."
                                + " Give every customer one, with empty cells where nothing is known.");
        assertThatBad(
                        () ->
                                file("customer", "ann", "bob", "cleo", "dan")
                                        .learnable(BUYERS, "buys.csv"))
                .hasMessageContaining(
                        "customer must not stand alone. Bring columns to learn from beside it.");
    }

    @Test
    void a_model_gets_the_columns_that_it_learnt_in_any_order_and_empty_cells_are_missing()
            throws IOException {
        CustomerColumns columns =
                file(
                                "channel,customer,engagement",
                                "search,ann,0.25",
                                ",bob,",
                                "ad,cleo,1",
                                "ad,dan,2",
                                "carrier pigeon,zoe,3")
                        .known(LEARNT, BUYERS, "purchases.csv");

        assertThat(columns.customers().rows()).isEqualTo(5);
        assertThat(columns.of(BUYERS))
                .extracting(column -> column.name())
                .containsExactly("channel", "engagement");
        assertThat(((CategoryColumn) columns.of(BUYERS).get(0)).word(1)).isNull();
        assertThat(((NumberColumn) columns.of(BUYERS).get(1)).values()[0]).isEqualTo(.25f);
    }

    @Test
    void a_column_that_is_missing_hides_no_other_problem() throws IOException {
        assertThatBad(
                        () ->
                                file(
                                                "customer,engagment,channel",
                                                "ann,0.5,ad",
                                                "bob,0.1,tiktok",
                                                "bob,0.2,tiktok",
                                                "dan,,frend")
                                        .known(LEARNT, BUYERS, "purchases.csv"))
                .hasMessageContaining("6 problems")
                .hasMessageContaining(
                        "column (engagement) must be there. Did you mean 'engagment'?")
                .hasMessageContaining(
                        "column (engagment) must be one of customer, engagement, channel. Did you mean 'engagement'?")
                .hasMessageContaining(
                        "line 4: customer (bob) must stand only once. It stands in line 3 too.")
                .hasMessageContaining(
                        "channel (frend) must be one of the words that the model learnt: ad, friend, search."
                                + " Did you mean 'friend'? Customers who have it: 1."
                                + " Leave their cells empty, or fit the model again.")
                .hasMessageContaining(
                        "channel (tiktok) must be one of the words that the model learnt: ad, friend, search."
                                + " Customers who have it: 1.")
                .hasMessageContaining(
                        "customer has no row for 1 of the 4 customers of purchases.csv, such as cleo.");
    }

    @Test
    void columns_of_another_type_and_columns_that_nobody_learnt_are_told() throws IOException {
        assertThatBad(
                        () ->
                                file(
                                                "customer,engagement,channel,mood",
                                                "ann,high,1,",
                                                "bob,0.1,2,fine",
                                                "cleo,low,,",
                                                "dan,,1,")
                                        .known(LEARNT, BUYERS, "purchases.csv"))
                .hasMessageContaining(
                        "line 2: engagement (high) must be a number. Maybe leave the cell empty.")
                .hasMessageContaining("line 4: engagement (low) must be a number.")
                .hasMessageContaining("channel (1) must be one of the words that the model learnt")
                .hasMessageContaining("channel (2) must be one of the words that the model learnt")
                .hasMessageContaining(
                        "column (mood) must be one of customer, engagement, channel. The model never saw such a column."
                                + " Maybe remove it, or fit the model again.");
    }

    @Test
    void a_word_among_numbers_is_told_without_the_words_of_campaign_files() throws IOException {
        assertThatBad(
                        () ->
                                file("customer,visits", "ann,1", "bob,2", "cleo,many", "dan,3")
                                        .learnable(BUYERS, "purchases.csv"))
                .hasMessage(
                        "customers.csv line 4: visits (many) must be a number. Maybe leave the cell empty.");
    }

    private FeatureFile file(String... lines) throws IOException {
        Files.write(home.resolve("customers.csv"), List.of(lines));
        return new FeatureFile(
                new Source.Files(home, "customers.csv"), "customer", new DuckDbReader());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatBad(
            ThrowingCallable reading) {
        return assertThatThrownBy(reading).isInstanceOf(BadInput.class);
    }
}
