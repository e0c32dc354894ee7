package dev.marginal.uplift.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.boosting.Trees;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.CrossFit;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.Origin;
import dev.marginal.uplift.OutOfFoldScores;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.crossfitting.CrossFitting;
import dev.marginal.uplift.evaluation.Evaluator;
import dev.marginal.uplift.inspection.Inspector;
import dev.marginal.uplift.learners.Learners;
import dev.marginal.uplift.planted.PlantedWorld;
import dev.marginal.uplift.planted.PlantedWorld.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFolderTest {
    private static final Execution EXECUTION = new Execution(2);
    static final PlantedWorld WORLD =
            PlantedWorld.randomised(21)
                    .withArms(new Arm("push/now", 1), new Arm("coupon", 3))
                    .withRegions()
                    .withMissing(.05);
    private static final Customers AUDIENCE = WORLD.audience(500).customers();

    @TempDir Path temporary;

    static Stream<String> learners() {
        return Learners.names().stream();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void a_model_read_back_scores_to_the_bit(String learner) {
        StoredModel model = model(learner);
        ModelFolder folder = new ModelFolder(temporary.resolve("model"));

        folder.write(model);
        StoredModel read = folder.read(new Execution(1));

        UpliftScores scores = read.fit().model().score(AUDIENCE);
        UpliftScores expected = model.fit().model().score(AUDIENCE);
        assertThat(Arrays.deepEquals(scores.uplift(), expected.uplift())).isTrue();
        assertThat(Arrays.deepEquals(scores.orderProbability(), expected.orderProbability()))
                .isTrue();
        assertThat(scores.baseline()).isEqualTo(expected.baseline());
        assertThat(read.fit().model().provenance()).isEqualTo(model.fit().model().provenance());
        assertThat(read.fit().model().features()).isEqualTo(model.fit().model().features());
    }

    @Test
    void out_of_fold_scores_and_evaluation_come_back_too() {
        StoredModel model = model("x");
        ModelFolder folder = new ModelFolder(temporary.resolve("model"));

        folder.write(model);
        StoredModel read = folder.read(EXECUTION);

        assertThat(read.fit().outOfFold())
                .usingRecursiveComparison()
                .isEqualTo(model.fit().outOfFold());
        assertThat(read.fit().randomisation()).isEqualTo(model.fit().randomisation());
        assertThat(read.evaluation()).isEqualTo(model.evaluation());
        assertThat(read.inspection()).isEqualTo(model.inspection());
        assertThat(read.origin()).isEqualTo(model.origin());
    }

    @Test
    void learnt_costs_come_back_too() {
        StoredModel model = model("x");
        UpliftScores scores = model.fit().outOfFold().scores();
        float[][] cost = {scores.uplift()[1], scores.orderProbability()[0]};
        OutOfFoldScores plain = model.fit().outOfFold();
        OutOfFoldScores priced =
                new OutOfFoldScores(
                        plain.fold(),
                        new UpliftScores(
                                scores.treatments(),
                                scores.uplift(),
                                scores.orderProbability(),
                                scores.baseline(),
                                Optional.of(cost)),
                        plain.effect(),
                        plain.weight(),
                        plain.group());

        OutOfFoldScores read = OutOfFoldFile.read(OutOfFoldFile.write(priced), scores.treatments());

        assertThat(read).usingRecursiveComparison().isEqualTo(priced);
    }

    @Test
    void a_model_tells_people_what_it_is() throws IOException {
        String card = Files.readString(written().resolve("model_card.md"));

        assertThat(card)
                .startsWith("# Uplift model of campaign spring\n")
                .contains(
                        "- **History**: history.csv",
                        "- **Treated**: May 2026",
                        "- **Rows**: 400, fingerprint ",
                        "- **Learner**: t",
                        "- **Verdict**: ",
                        "| arm | rows | effective rows |",
                        "- **Evidence**: ",
                        "| this model | ",
                        "| push/now | ",
                        "- **No interference**: ",
                        "## What it is not for");
        assertThat(card.lines()).allMatch(line -> line.length() < 1_000);
    }

    @Test
    void the_same_model_gives_the_same_bytes() throws IOException {
        new ModelFolder(temporary.resolve("one")).write(model("t"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            new ModelFolder(temporary.resolve("two")).write(model("t"));
        } finally {
            Locale.setDefault(before);
        }

        List<Path> files;
        try (Stream<Path> all = Files.list(temporary.resolve("one"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(11);
        for (Path file : files) {
            assertThat(temporary.resolve("two").resolve(file.getFileName()))
                    .hasSameBinaryContentAs(file);
        }
    }

    @Test
    void a_changed_file_is_refused() throws IOException {
        Path folder = written();
        byte[] bytes = Files.readAllBytes(folder.resolve("forest-01.ubj"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("forest-01.ubj"), bytes);

        assertThatThrownBy(() -> new ModelFolder(folder).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        folder.resolve("forest-01.ubj")
                                + ": was changed after it was written."
                                + " Fit the model again, or restore the folder from a copy.");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Path folder = written();
        Files.delete(folder.resolve("out_of_fold.bin"));

        assertThatThrownBy(() -> new ModelFolder(folder).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("out_of_fold.bin: is missing.");
        assertThatThrownBy(() -> new ModelFolder(temporary.resolve("none")).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("model.json: is missing.");
    }

    @Test
    void a_model_of_another_format_is_refused() throws IOException {
        Path folder = written();
        Path manifest = folder.resolve("model.json");
        String text = Files.readString(manifest);
        Files.writeString(
                manifest, text.replace("\"format_version\" : 2", "\"format_version\" : 1"));

        assertThatThrownBy(() -> new ModelFolder(folder).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "model.json: format_version (1) must be 2."
                                + " Another version of Marginal wrote this model; fit it again.");
    }

    @Test
    void a_broken_manifest_is_refused() throws IOException {
        Path folder = written();
        Files.writeString(folder.resolve("model.json"), "{\"format_version\": 2, \"x\": 2}");
        assertThatThrownBy(() -> new ModelFolder(folder).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("model.json: is not what 'marginal fit' wrote.");

        Files.writeString(folder.resolve("model.json"), "{");
        assertThatThrownBy(() -> new ModelFolder(folder).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("model.json: is not JSON.");
    }

    @Test
    void a_file_outside_the_folder_is_never_read() throws IOException {
        Path folder = written();
        Path manifest = folder.resolve("model.json");
        Files.copy(folder.resolve("forest-00.ubj"), temporary.resolve("forest-00.ubj"));
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"forest-00.ubj\"", "\"../forest-00.ubj\""));

        assertThatThrownBy(() -> new ModelFolder(folder).read(EXECUTION))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is missing.");
    }

    @Test
    void a_folder_with_files_is_not_overwritten() {
        Path folder = written();

        assertThatThrownBy(() -> new ModelFolder(folder).write(model("t")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model folder (" + folder + ") must be empty.");
    }

    private Path written() {
        Path folder = temporary.resolve("model");
        new ModelFolder(folder).write(model("t"));
        return folder;
    }

    static StoredModel model(String learner) {
        return model(learner, WORLD.history(400).history());
    }

    static StoredModel model(String learner, CampaignHistory history) {
        Trees trees = new Trees(4, 2, 0.3, 2, 1, 0.8);
        LearnerSettings settings = LearnerSettings.quick().withTrees(trees);
        CrossFit fit =
                new CrossFitting(Learners.named(learner, settings, EXECUTION), settings)
                        .fit(history);
        return new StoredModel(
                new Origin("spring", "history.csv", "USD", Optional.of("May 2026")),
                fit,
                new Evaluator(7, 10, EXECUTION).evaluate(history, fit.outOfFold()),
                new Inspector(7, EXECUTION).inspect(history, fit.outOfFold(), fit.model()));
    }
}
