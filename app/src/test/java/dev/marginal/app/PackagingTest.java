package dev.marginal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Dockerfile and unit files name is there; .ci/release builds the rest. */
class PackagingTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void what_the_image_copies_is_there_and_not_ignored() throws IOException {
        List<String> ignored = read(".dockerignore").lines().toList();
        List<String> copied =
                found("Dockerfile", "(?m)^COPY (?!--from)(.*) \\S+$")
                        .flatMap(line -> Stream.of(line.group(1).split(" ")))
                        .toList();
        assertThat(copied).contains(".", "packaging/marginal");
        assertThat(copied).allMatch(name -> Files.exists(ROOT.resolve(name)));
        assertThat(copied).noneMatch(name -> ignored.contains("/" + name));
        assertThat(ignored).contains(".git").doesNotContain("/packaging", "/.mvn");
        assertThat(read("Dockerfile")).contains("USER 1000").contains("/opt/marginal/healthy");
    }

    @Test
    void every_module_that_the_image_builds_is_copied() throws IOException {
        List<String> modules =
                found("pom.xml", "<module>(.*)</module>").map(found -> found.group(1)).toList();
        assertThat(modules).contains("app", "packaging");
        assertThat(modules).allMatch(module -> Files.exists(ROOT.resolve(module + "/pom.xml")));
        List<String> ignored = read(".dockerignore").lines().toList();
        assertThat(modules).noneMatch(module -> ignored.contains("/" + module));
    }

    @Test
    void units_run_what_the_page_installs() throws IOException {
        String page = read("docs/install.md");
        for (String unit : List.of("nightly", "serve")) {
            String name = "packaging/systemd/marginal-" + unit + ".service";
            assertThat(read(name))
                    .contains(
                            "ExecStart=/opt/marginal/marginal %1$s @/etc/marginal/%1$s.args"
                                    .formatted(unit));
            assertThat(page).contains("/etc/marginal/" + unit + ".args");
        }
        assertThat(page).contains("packaging/marginal /opt/marginal/marginal");
    }

    private static Stream<MatchResult> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(read(file)).results();
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
