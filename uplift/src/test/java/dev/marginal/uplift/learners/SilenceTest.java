package dev.marginal.uplift.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.Execution;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.planted.PlantedWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The native library writes past System.out, so only another process can hear it. */
class SilenceTest {
    /** Java says that it picked up those that are set. */
    private static final Set<String> OPTIONS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    @Test
    void fitting_and_scoring_print_nothing() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SilenceTest.class.getName())
                        .redirectErrorStream(true);
        builder.environment().keySet().removeAll(OPTIONS);
        Process process = builder.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    /** What the other process does. */
    public static void main(String[] arguments) {
        PlantedWorld world = PlantedWorld.randomised(1).withRegions();
        Learners.named("decomposed", LearnerSettings.defaults(), new Execution(2))
                .fit(world.history(500).history())
                .score(world.audience(10).customers());
    }
}
