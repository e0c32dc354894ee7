package dev.marginal.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.spark.files.PartName;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands end with the exit codes of {@code ./marginal}. */
class MarginalSparkTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console =
            new Console(System.out, new PrintStream(said, true, StandardCharsets.UTF_8));

    static Stream<Arguments> problems() {
        BadInput bad = new BadInput(Problem.of("audience", "is empty", ""));
        return Stream.of(
                Arguments.of(bad, 3, "audience: is empty."),
                Arguments.of(new RuntimeException("a stage failed", bad), 3, "audience: is empty."),
                Arguments.of(new StaleInput("The log is old."), 5, "The log is old."),
                Arguments.of(new PlanInTheWay("It stands there."), 6, "It stands there."),
                Arguments.of(
                        new IllegalStateException("odd"), 1, "This should not have happened: "));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_problem_is_told_in_its_own_words_also_where_a_task_met_it(
            Exception problem, int code, String words) {
        assertThat(Failure.tell(problem, console)).isEqualTo(code);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("marginal-spark: ")
                .contains(words);
    }

    @Test
    void a_command_has_to_be_named() {
        assertThat(MarginalSpark.execute()).isEqualTo(2);
        assertThat(MarginalSpark.execute("--version")).isZero();
    }

    @Test
    void numbers_are_written_alike_whatever_the_machines_language() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(PartName.of("sends.parquet", 3))
                    .isEqualTo("sends.parquet/part-00003.parquet");

            MarginalSpark.main(new String[] {"--version"});

            assertThat(Locale.getDefault()).isEqualTo(Locale.ROOT);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_launchers_class_path_has_spark_and_the_natives() throws IOException {
        Path written = Path.of("target/classpath.txt");

        assertThat(Files.readString(written))
                .contains("spark-sql_2.13", "ortools-linux-x86-64", "xgboost4j", "duckdb_jdbc");
    }
}
