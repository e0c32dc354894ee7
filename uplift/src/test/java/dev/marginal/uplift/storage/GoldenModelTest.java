package dev.marginal.uplift.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.UpliftScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models of past versions, each in a folder named by its version. */
class GoldenModelTest {
    private static final double TOLERANCE = 1e-5;

    /**
     * The folder was written by version 0.1.0 from {@link ModelFolderTest}'s X-learner, and {@code
     * scores.csv} beside it holds what it scored, on x86-64. Other processors may differ in the
     * last bits of a float.
     */
    @Test
    void a_model_of_version_0_1_0_scores_forever() throws Exception {
        Path golden = Path.of(getClass().getResource("/model-0.1.0").toURI());

        StoredModel read = new ModelFolder(golden.resolve("model")).read(new Execution(2));

        UpliftScores scores =
                read.fit().model().score(ModelFolderTest.WORLD.audience(20).customers());
        List<String> expected = Files.readAllLines(golden.resolve("scores.csv"));
        assertThat(scores.customers()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(numbers(lines(scores).get(row)))
                    .as("row %d", row)
                    .usingElementComparator(GoldenModelTest::compareAlmost)
                    .containsExactly(numbers(expected.get(row)));
        }
        assertThat(read.fit().outOfFold().rows()).isEqualTo(400);
        assertThat(read.evaluation().rows()).isEqualTo(400);
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Zero for numbers that agree but for one part in 100,000. */
    private static int compareAlmost(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.abs(b) ? 0 : Double.compare(a, b);
    }

    private static List<String> lines(UpliftScores scores) {
        return Stream.iterate(0, row -> row < scores.customers(), row -> row + 1)
                .map(
                        row ->
                                scores.baseline()[row]
                                        + ","
                                        + scores.uplift()[0][row]
                                        + ","
                                        + scores.uplift()[1][row]
                                        + ","
                                        + scores.orderProbability()[0][row]
                                        + ","
                                        + scores.orderProbability()[1][row])
                .toList();
    }

    /** Writes the golden folder of this version; run by hand when the format changes. */
    public static void main(String[] arguments) throws IOException {
        Path golden = Path.of(arguments[0]);
        StoredModel model = ModelFolderTest.model("x");
        new ModelFolder(golden.resolve("model")).write(model);
        Files.write(
                golden.resolve("scores.csv"),
                lines(model.fit().model().score(ModelFolderTest.WORLD.audience(20).customers())));
    }
}
