package dev.marginal.value.storage;

import static dev.marginal.value.LearntShop.COLUMNS;
import static dev.marginal.value.LearntShop.HORIZON;
import static dev.marginal.value.LearntShop.LOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import dev.marginal.value.LearntShop;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.scoring.Horizon;
import dev.marginal.value.scoring.ValueScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models of past versions, each in a folder named by its version and what it holds. */
class GoldenValueModelTest {
    private static final Execution TWO = new Execution(2);
    private static final double TOLERANCE = 1e-5;
    private static final int TOLD = 20;

    /** Of before there were trees in folders: {@code value_model.json} alone, format 1. */
    @Test
    void a_parametric_model_of_version_0_1_0_scores_forever() throws Exception {
        assertScores("parametric", "\"format_version\" : 1");
    }

    /** Format 2. Processors may differ in the last bits of a float. */
    @Test
    void a_boosted_model_of_version_0_1_0_scores_forever() throws Exception {
        assertScores("boosted", "\"format_version\" : 2");
    }

    private static void assertScores(String kind, String format) throws Exception {
        Path golden = Path.of(GoldenValueModelTest.class.getResource("/values-0.1.0").toURI());
        Path folder = golden.resolve(kind);
        List<String> expected = Files.readAllLines(golden.resolve(kind + ".csv"));
        List<String> scored = lines(new ValueModelFolder(folder).read());

        assertThat(folder.resolve("value_model.json")).content().contains(format);
        assertThat(expected).hasSize(TOLD);
        for (int row = 0; row < TOLD; row++) {
            assertThat(numbers(scored.get(row)))
                    .as("row %d", row)
                    .usingElementComparator(GoldenValueModelTest::compareAlmost)
                    .containsExactly(numbers(expected.get(row)));
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Zero for numbers that agree but for one part in 100,000. */
    private static int compareAlmost(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.abs(b) ? 0 : Double.compare(a, b);
    }

    private static List<String> lines(LearntValue model) {
        ValueScores scores =
                model.score(
                        model.known(LOG, LOG.lastDay(), TWO), COLUMNS, Horizon.of(HORIZON), TWO);
        return IntStream.range(0, TOLD)
                .mapToObj(
                        row ->
                                scores.alive()[row]
                                        + ","
                                        + scores.purchases()[row]
                                        + ","
                                        + scores.spend()[row]
                                        + ","
                                        + scores.value()[row]
                                        + ","
                                        + scores.valueOfAnOrder()[row])
                .toList();
    }

    /** Writes the golden folders of this version; run by hand when a format changes. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), "parametric", LearntShop.parametric(TWO));
        write(Path.of(arguments[0]), "boosted", LearntShop.learnt(TWO));
    }

    private static void write(Path golden, String kind, LearntValue model) throws IOException {
        new ValueModelFolder(golden.resolve(kind)).write(model);
        Files.write(golden.resolve(kind + ".csv"), lines(model));
    }
}
