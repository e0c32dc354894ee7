package dev.marginal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When {@code ./marginal} and {@code ./marginal-spark} have themselves built, in a folder of the
 * same modules with a Maven that counts, and leaves a jar that is there as it is.
 */
@Timeout(120)
class LauncherTest {
    private static final List<String> MODULES =
            List.of(
                    "tables",
                    "boosting",
                    "reports",
                    "uplift",
                    "optimizer",
                    "value",
                    "scenarios",
                    "app",
                    "spark");
    private static final String MAVEN =
            """
            echo built >>runs
            %s
            mkdir -p app/target spark/target
            for made in app/target/marginal.jar spark/target/{marginal-spark-local.jar,classpath.txt}; do
              [[ -e $made ]] || : >"$made"
            done
            """;
    private static final String JAVA =
            """
            [[ $1 != -XX:Dump* ]] || exit 1
            echo ran
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"marginal", "marginal-spark"})
    void a_build_that_leaves_the_jar_as_it_was_is_not_done_again(String launcher) throws Exception {
        lay(launcher, "");
        assertThat(said(start(launcher))).endsWith("ran\n");
        assertThat(said(start(launcher))).isEqualTo("ran\n");
        assertThat(builds()).isOne();

        Files.setLastModifiedTime(home().resolve("pom.xml"), FileTime.from(Instant.now()));
        assertThat(said(start(launcher))).endsWith("ran\n");
        assertThat(said(start(launcher))).isEqualTo("ran\n");
        assertThat(builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marginal", "marginal-spark"})
    void what_changes_while_it_is_built_is_built_by_the_next(String launcher) throws Exception {
        lay(launcher, "sleep 0.1; touch value/src/main/Text");

        said(start(launcher));
        said(start(launcher));

        assertThat(builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marginal", "marginal-spark"})
    void of_two_first_runs_at_once_one_builds_and_the_other_waits(String launcher)
            throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "this system has no flock");
        lay(launcher, "sleep 1");

        Process one = start(launcher);
        Process other = start(launcher);

        assertThat(said(one)).endsWith("ran\n");
        assertThat(said(other)).endsWith("ran\n");
        assertThat(builds()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"marginal", "marginal-spark"})
    void a_build_that_fails_is_told_and_nothing_runs(String launcher) throws Exception {
        lay(launcher, "echo '[ERROR] no such symbol'; exit 1");
        Process process = start(launcher);

        assertThat(said(process))
                .contains(
                        "[ERROR] no such symbol\n" + launcher + ": the build failed; its whole log")
                .doesNotContain("ran\n");
        assertThat(process.waitFor()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"marginal", "marginal-spark"})
    void a_folder_that_cannot_be_written_to_is_told(String launcher) throws Exception {
        lay(launcher, "");
        Files.writeString(home().resolve("target"), "in the way");
        Process process = start(launcher);

        assertThat(said(process))
                .isEqualTo(
                        "%s: has to be built, and may not write to %s. Run it once as somebody who may.\n"
                                .formatted(launcher, home().toRealPath()));
        assertThat(process.waitFor()).isOne();
    }

    private Path home() {
        return folder.resolve("a home");
    }

    /**
     * Lays out the folder.
     *
     * @param during what Maven does beside making jars
     */
    private void lay(String launcher, String during) throws IOException {
        for (String module : MODULES) {
            Files.createDirectories(home().resolve(module).resolve("src/main"));
            Files.writeString(home().resolve(module).resolve("pom.xml"), "");
            Files.writeString(home().resolve(module).resolve("src/main/Text"), "");
        }
        Files.writeString(home().resolve("pom.xml"), "");
        Files.copy(Path.of("..").resolve(launcher), home().resolve(launcher));
        program("bin/mvn", MAVEN.formatted(during));
        program("jdk/bin/java", JAVA);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    }

    private void program(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Process start(String launcher) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home().resolve(launcher).toString());
        builder.environment().keySet().removeIf(name -> name.matches("SPARK_HOME|MARGINAL_.*"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return builder.redirectErrorStream(true).start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private int builds() throws IOException {
        return Files.readAllLines(home().resolve("runs")).size();
    }
}
