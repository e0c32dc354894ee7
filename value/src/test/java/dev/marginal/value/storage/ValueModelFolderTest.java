package dev.marginal.value.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.planted.PlantedShoppers;
import dev.marginal.value.purchases.ParetoNbd;
import dev.marginal.value.spending.GammaGamma;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueModelFolderTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @TempDir Path home;

    @Test
    void a_model_comes_back_as_it_was_and_the_same_log_gives_the_same_bytes() throws IOException {
        LearntValue model = fitted(1);
        new ValueModelFolder(home.resolve("a")).write(model);
        new ValueModelFolder(home.resolve("b")).write(fitted(3));

        assertThat(new ValueModelFolder(home.resolve("a")).read()).isEqualTo(model);
        assertThat(home.resolve("b/value_model.json"))
                .hasSameBinaryContentAs(home.resolve("a/value_model.json"));
        assertThat(Files.readString(home.resolve("a/value_model.json")))
                .contains("\"refunds\" : \"left_out\"", "\"word\" : \"week\"");
    }

    @Test
    void what_is_no_model_is_refused_in_words() throws IOException {
        Path folder = home.resolve("m");
        assertThatThrownBy(() -> new ValueModelFolder(folder).read())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "value_model.json: is missing. Give a folder that ./marginal value fit wrote.");
        new ValueModelFolder(folder).write(fitted(1));
        Path file = folder.resolve("value_model.json");
        String whole = Files.readString(file);

        Files.writeString(file, whole.replace("\"format_version\" : 1", "\"format_version\" : 9"));
        assertThatThrownBy(() -> new ValueModelFolder(folder).read())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "format_version (9) must be 1 or 2. Another version of Marginal");
        Files.writeString(file, whole.replace("\"alpha\"", "\"alfa\""));
        assertThatThrownBy(() -> new ValueModelFolder(folder).read())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not what 'marginal value fit' wrote");
        assertThatThrownBy(() -> new ValueModelFolder(folder).write(fitted(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LearntValue fitted(int threads) {
        PlantedShoppers shoppers =
                new PlantedShoppers(
                        7,
                        800,
                        FIRST,
                        300,
                        .5,
                        new ParetoNbd(.8, 40, .7, 90),
                        new GammaGamma(4, 3, 20));
        TransactionLog log =
                new TransactionLog(shoppers.log(), LogSettings.of("customer", "day", "amount"));
        return LearntValue.of(
                new ValueLearner(new Execution(threads)).fit(log, "pareto_nbd", log.lastDay()));
    }
}
