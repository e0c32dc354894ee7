package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.app.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir static Path home;
    private static Path plan;

    @TempDir Path out;

    @BeforeAll
    static void plan() throws IOException {
        Run.of("simulate", home.resolve("world"), "--history", 2_000, "--customers", 300);
        Path campaign = home.resolve("world/campaign.yml");
        Files.writeString(
                campaign,
                Files.readString(campaign)
                        .replace("objective:", "learner: x\ntarget_gap: 0.01\nobjective:"));
        plan = home.resolve("p");
        assertThat(Run.of("plan", campaign, "--out", plan).messages())
                .contains("open " + plan.resolve("report.html") + " in a browser");
    }

    @Test
    void the_page_is_written_anew_byte_for_byte() throws IOException {
        Path page = out.resolve("new/report.html");

        Run run = Run.of("report", plan, "--out", page);

        assertThat(run.exitCode()).isZero();
        assertThat(run.results()).isEqualTo(page + " is written\n");
        assertThat(run.messages())
                .contains("Next: open " + page + " in a browser, or ./marginal audit " + plan);
        assertThat(page).hasSameBinaryContentAs(plan.resolve("report.html"));
    }

    @Test
    void every_chart_is_written_as_svg_and_png() throws IOException {
        Path charts = out.resolve("charts");

        Run run = Run.of("report", plan, "--out", out.resolve("r.html"), "--charts", charts);

        JsonNode told =
                Promised.result("report", plan, "--out", out.resolve("r.html"), "--charts", charts);

        List<String> drawings = names(charts, ".svg");
        assertThat(run.exitCode()).isZero();
        assertThat(drawings).contains("budget-curve", "neighbours", "calibration", "qini");
        assertThat(names(charts, ".png")).isEqualTo(drawings);
        assertThat(run.results()).contains(drawings.size() + " charts, each as SVG and PNG");
        assertThat(told.at("/charts")).hasSize(2 * drawings.size());
        assertThat(ImageIO.read(charts.resolve("budget-curve.png").toFile()).getWidth())
                .isEqualTo(1_616);
    }

    @Test
    void a_plans_folder_is_left_alone() {
        Run page = Run.of("report", plan, "--out", plan.resolve("other.html"));
        Run charts = Run.of("report", plan, "--out", out.resolve("r"), "--charts", plan);

        assertThat(page.exitCode()).isEqualTo(Ending.USAGE.exitCode());
        assertThat(page.messages()).contains("lies in the plan's folder", "Give a place outside.");
        assertThat(charts.exitCode()).isEqualTo(Ending.USAGE.exitCode());
        assertThat(out.resolve("r")).doesNotExist();
    }

    @Test
    void a_folder_without_a_plan_and_a_place_that_cannot_be_written_are_told() {
        Run nothing = Run.of("report", out, "--out", home.resolve("r.html"));
        Run folder = Run.of("report", plan, "--out", out);

        assertThat(nothing.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(nothing.messages()).contains("is not a plan folder: it has no plan.json");
        assertThat(folder.exitCode()).isEqualTo(Ending.FAILED.exitCode());
        assertThat(folder.messages()).contains(out + " cannot be written");
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
