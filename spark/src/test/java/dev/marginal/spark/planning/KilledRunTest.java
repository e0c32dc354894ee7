package dev.marginal.spark.planning;

import static dev.marginal.spark.planning.SpringHouse.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run that is killed while it writes publishes nothing, and stands in nobody's way. */
class KilledRunTest {
    @Test
    void nothing_is_published_and_the_next_run_publishes() throws Exception {
        SpringHouse house = SpringDays.house();
        Path store = house.folder().resolve("killed");
        Process run = start(house, store);
        try (BufferedReader steps = run.errorReader()) {
            String step = steps.readLine();
            while (step != null && !step.contains("Writing")) {
                step = steps.readLine();
            }
            assertThat(step).as("the step at which the run was killed").isNotNull();
        } finally {
            run.destroyForcibly().waitFor();
        }

        assertThat(published(store)).isEmpty();
        assertThat(house.onSpark(2, "killed").plan(house.path(), FIRST)).isDirectory();
        assertThat(published(store)).containsExactly("spring-" + FIRST);
    }

    private static Process start(SpringHouse house, Path store) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens"))
                .forEach(words::add);
        words.addAll(
                List.of(
                        "-Xmx1g",
                        "-Dspark.master=local[2]",
                        "-Dspark.driver.host=127.0.0.1",
                        "-Dspark.driver.bindAddress=127.0.0.1",
                        "-Dspark.ui.enabled=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.marginal.spark.cli.MarginalSpark",
                        "plan",
                        house.path().toString(),
                        "--model",
                        house.model().toString(),
                        "--store",
                        store.toString(),
                        "--date",
                        FIRST.toString()));
        return new ProcessBuilder(words).start();
    }

    private static List<String> published(Path store) throws IOException {
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(store)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }
}
