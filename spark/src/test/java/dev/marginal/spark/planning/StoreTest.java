package dev.marginal.spark.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.spark.files.Disk;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is in the store whole or not at all. */
class StoreTest {
    private static final PlanKey KEY = new PlanKey("spring", LocalDate.parse("2026-11-16"));

    @TempDir private Path folder;

    private final Disk disk = new Disk(new Configuration());

    @Test
    void a_folder_is_published_by_one_rename() throws IOException {
        Path staged = stage("one");

        assertThat(store().publish(KEY, staged.toString())).endsWith("spring-2026-11-16");

        assertThat(staged).doesNotExist();
        assertThat(folder.resolve("spring-2026-11-16/plan.json")).hasContent("one");
    }

    @Test
    void of_two_that_publish_the_first_stays() throws IOException {
        store().publish(KEY, stage("one").toString());
        Path second = stage("two");

        assertThatThrownBy(() -> store().publish(KEY, second.toString()))
                .isInstanceOf(PlanInTheWay.class);

        assertThat(folder.resolve("spring-2026-11-16/plan.json")).hasContent("one");
        assertThat(folder.resolve("spring-2026-11-16/two")).doesNotExist();
    }

    @Test
    void published_plans_are_found_by_their_folders() throws IOException {
        store().publish(KEY, stage("one").toString());
        Files.createDirectories(folder.resolve("spring-2026-11-17"));
        Files.createDirectories(folder.resolve("notes"));

        assertThat(store().published(KEY.date())).containsExactly(KEY);
        assertThat(store().published(KEY.date().plusDays(1))).isEmpty();
    }

    @Test
    void object_stores_are_refused_as_they_cannot_rename() {
        assertThatThrownBy(() -> new Store(disk, "s3a://bucket/plans").requireRename())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "s3a://bucket/plans: is in an object store, which cannot rename a folder in one step")
                .hasMessageContaining("Give a --store on HDFS, ABFS or a shared disk");
        assertThatCode(() -> new Store(disk, "hdfs://name/plans").requireRename())
                .doesNotThrowAnyException();
    }

    private Store store() {
        return new Store(disk, folder.toUri().toString().replaceAll("/$", ""));
    }

    private Path stage(String content) throws IOException {
        Path staged = Files.createDirectories(folder.resolve(".staging/" + content));
        Files.writeString(staged.resolve("plan.json"), content);
        return staged;
    }
}
