package dev.marginal.scenarios.planfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.planning.PlannedCampaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFolderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir static Path home;
    private static SmallCampaign campaign;
    private static PlannedCampaign plan;

    @TempDir Path plans;

    @BeforeAll
    static void fit() {
        campaign = new SmallCampaign(home);
        plan = campaign.plan();
    }

    @Test
    void a_published_folder_is_whole_audited_and_alone() throws IOException {
        PlanFolder.Publication publication = PlanFolder.publish(plan, DAY, plans.resolve("p"));

        assertThat(publication.audit().passed()).isTrue();
        assertThat(names(plans)).containsExactly("p");
        assertThat(names(plans.resolve("p")))
                .containsExactly(
                        "campaign.yml",
                        "model",
                        "not_sent.csv",
                        "plan.json",
                        "report.html",
                        "report.json",
                        "scores.parquet",
                        "sends.csv",
                        "sends.parquet");
    }

    @Test
    void the_same_plan_has_the_same_bytes_for_any_number_of_threads() throws IOException {
        PlanFolder.publish(campaign.plan(campaign.file(), 1), DAY, plans.resolve("p"));
        Map<String, String> one = contents(plans.resolve("p"));
        Files.move(plans.resolve("p"), plans.resolve("elsewhere"));

        PlanFolder.publish(campaign.plan(campaign.file(), 3), DAY, plans.resolve("p"));

        assertThat(contents(plans.resolve("p"))).isEqualTo(one);
    }

    @Test
    void the_same_plan_again_changes_nothing() throws IOException {
        PlanFolder.publish(plan, DAY, plans.resolve("p"));

        assertThat(PlanFolder.publish(plan, DAY, plans.resolve("p")).unchanged()).isTrue();
        assertThat(names(plans)).containsExactly("p");
    }

    @Test
    void another_plan_never_replaces_a_published_one() throws IOException {
        PlanFolder.publish(plan, DAY, plans.resolve("p"));
        Map<String, String> before = contents(plans.resolve("p"));
        Path richer =
                campaign.changed(
                        "richer.yml", text -> text.replaceFirst("budget: .*", "budget: 500"));

        assertThatThrownBy(
                        () -> PlanFolder.publish(campaign.plan(richer, 2), DAY, plans.resolve("p")))
                .isInstanceOf(AlreadyPublished.class)
                .hasMessageContaining(
                        "already holds another plan, or something else; nothing was written.")
                .hasMessageContaining("--out");
        assertThat(contents(plans.resolve("p"))).isEqualTo(before);
        assertThat(names(plans)).containsExactly("p");
    }

    @Test
    void what_a_killed_process_left_behind_is_swept_away_and_what_others_write_is_not()
            throws IOException {
        long noProcess = 99_999_999_999L;
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Files.createDirectories(plans.resolve(".p.%d.partial/model".formatted(noProcess)));
        Files.createDirectories(plans.resolve(".p.%d.partial".formatted(living)));

        PlanFolder.publish(plan, DAY, plans.resolve("p"));

        assertThat(names(plans)).containsExactly(".p.%d.partial".formatted(living), "p");
    }

    private static String[] names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        dev.marginal.tables.Fingerprint.of(file));
            }
        }
        return contents;
    }
}
