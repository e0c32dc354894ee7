package dev.marginal.value.storage;

import static dev.marginal.value.LearntShop.COLUMNS;
import static dev.marginal.value.LearntShop.HORIZON;
import static dev.marginal.value.LearntShop.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.value.LearntShop;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees in a folder, with the model beside them. */
class BoostedFolderTest {
    private static final Execution ONE = new Execution(1);
    private static final LearntValue LEARNT = LearntShop.learnt(ONE);
    private static final List<String> FILES =
            List.of(
                    "amount.ubj",
                    "any.ubj",
                    "boosted.json",
                    "parametric.json",
                    "purchases.ubj",
                    "value_model.json");

    @TempDir Path home;

    @Test
    void what_is_read_back_scores_to_the_bit() {
        LearntValue read = new ValueModelFolder(written()).read();
        ValueScores scores = score(read, new Execution(3));
        ValueScores expected = score(LEARNT, ONE);

        assertThat(read.parametric()).isEqualTo(LEARNT.parametric());
        assertThat(read.treesFit()).isEqualTo(LEARNT.treesFit());
        assertThat(scores.value()).isEqualTo(expected.value());
        assertThat(scores.purchases()).isEqualTo(expected.purchases());
        assertThat(scores.spend()).isEqualTo(expected.spend());
        assertThat(scores.alive()).isEqualTo(expected.alive());
        assertThat(scores.valueOfAnOrder()).isEqualTo(expected.valueOfAnOrder());
    }

    @Test
    void any_number_of_threads_writes_the_same_bytes() throws IOException {
        Path one = written();
        Path three = home.resolve("three");
        new ValueModelFolder(three).write(LearntShop.learnt(new Execution(3)));

        try (Stream<Path> files = Files.list(one)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(FILES);
        }
        for (String file : FILES) {
            assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void the_model_beside_the_trees_is_stored_as_one_without_trees_is() {
        Path alone = home.resolve("alone");
        new ValueModelFolder(alone).write(LearntValue.of(LEARNT.parametric()));

        assertThat(written().resolve("parametric.json"))
                .hasSameBinaryContentAs(alone.resolve("value_model.json"));
        assertThat(alone).isDirectoryNotContaining("glob:**.ubj");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"amount.ubj", "any.ubj", "boosted.json", "parametric.json", "purchases.ubj"})
    void a_file_that_was_changed_or_is_missing_is_refused(String name) throws IOException {
        Path folder = written();
        Path file = folder.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertRefused(folder, file + ": was changed after it was written. Fit the model again,");

        Files.delete(file);
        assertRefused(folder, file + ": is missing. Fit the model again, or restore the folder");
    }

    /**
     * A folder with trees never passes for one without: that would change every value in silence.
     */
    @Test
    void a_manifest_that_was_changed_is_refused() throws IOException {
        Path folder = written();
        Path manifest = folder.resolve("value_model.json");
        String whole = Files.readString(manifest);

        Files.writeString(
                manifest, whole.replace("\"format_version\" : 2", "\"format_version\" : 1"));
        assertRefused(folder, "value_model.json: is not what 'marginal value fit' wrote.");
        Files.writeString(manifest, whole.replace("\"any\"", "\"some\""));
        assertRefused(folder, "value_model.json: is not what 'marginal value fit' wrote.");
        Files.writeString(manifest, whole.replace("\"any.ubj\"", "\"../any.ubj\""));
        assertRefused(folder, "any.ubj: is missing.");
        Files.writeString(manifest, whole.replace("\"any.ubj\"", "\"amount.ubj\""));
        assertRefused(folder, "amount.ubj: was changed after it was written.");
        Files.writeString(manifest, "{");
        assertRefused(folder, "value_model.json: is not what 'marginal value fit' wrote.");
    }

    private static void assertRefused(Path folder, String words) {
        assertThatThrownBy(() -> new ValueModelFolder(folder).read())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(words);
    }

    private static ValueScores score(LearntValue model, Execution execution) {
        return model.score(
                model.known(LOG, LOG.lastDay(), execution),
                COLUMNS,
                Horizon.of(HORIZON),
                execution);
    }

    private Path written() {
        Path folder = home.resolve("one");
        new ValueModelFolder(folder).write(LEARNT);
        return folder;
    }
}
