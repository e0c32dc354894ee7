package dev.marginal.spark.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.store.PlanInTheWay;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.spark.files.Disk;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is in the store whole or not at all. */
class StoreTest {
    private static final PlanKey KEY = new PlanKey("spring", LocalDate.parse("2026-11-16"));
    private static final StoredPlan FIRST = new StoredPlan(KEY, 1);

    @TempDir private Path folder;

    private final Disk disk = new Disk(new Configuration());

    @Test
    void a_folder_is_published_by_one_rename() throws IOException {
        Path staged = stage("one");

        assertThat(store().publish(FIRST, staged.toString())).endsWith("spring-2026-11-16");

        assertThat(staged).doesNotExist();
        assertThat(folder.resolve("spring-2026-11-16/plan.json")).hasContent("one");
    }

    @Test
    void of_two_that_publish_the_first_stays() throws IOException {
        store().publish(FIRST, stage("one").toString());
        Path second = stage("two");

        assertThatThrownBy(() -> store().publish(FIRST, second.toString()))
                .isInstanceOf(PlanInTheWay.class);

        assertThat(folder.resolve("spring-2026-11-16/plan.json")).hasContent("one");
        assertThat(folder.resolve("spring-2026-11-16/two")).doesNotExist();
    }

    @Test
    void published_plans_are_found_by_their_folders() throws IOException {
        store().publish(FIRST, stage("one").toString());
        Files.createDirectories(folder.resolve("spring-2026-11-17"));
        Files.createDirectories(folder.resolve("notes"));

        assertThat(store().published(KEY.date())).containsExactly(FIRST);
        assertThat(store().published(KEY.date().plusDays(1))).isEmpty();
    }

    @Test
    void a_plan_in_the_place_of_another_stands_beside_it_and_holds() throws IOException {
        store().publish(FIRST, stage("one").toString());

        StoredPlan second = store().place(KEY, true);
        store().publish(second, stage("two").toString());

        assertThat(folder.resolve("spring-2026-11-16/plan.json")).hasContent("one");
        assertThat(folder.resolve("spring-2026-11-16.2/plan.json")).hasContent("two");
        assertThat(store().published(KEY.date())).containsExactly(second);
        assertThat(store().plans(KEY.date())).containsExactly(FIRST, second);
    }

    @Test
    void a_run_that_is_killed_before_it_takes_a_place_leaves_the_plan_that_stands()
            throws IOException {
        store().publish(FIRST, stage("one").toString());
        Files.createDirectories(folder.resolve(".staging/spring-2026-11-16.2.killed"));

        assertThat(store().published(KEY.date())).containsExactly(FIRST);
        assertThat(store().place(KEY, true)).isEqualTo(new StoredPlan(KEY, 2));
    }

    @Test
    void a_plan_that_stands_is_not_replaced_unless_that_is_said() throws IOException {
        store().publish(FIRST, stage("one").toString());

        assertThatThrownBy(() -> store().place(KEY, false))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("spring-2026-11-16 holds a plan of spring 2026-11-16 already")
                .hasMessageContaining("Give --supersede to put a new plan in its place");
    }

    @Test
    void of_two_that_would_take_the_same_place_one_does() throws IOException {
        store().publish(FIRST, stage("one").toString());
        StoredPlan place = store().place(KEY, true);
        store().publish(place, stage("two").toString());
        Path late = stage("three");

        assertThatThrownBy(() -> store().publish(place, late.toString()))
                .isInstanceOf(PlanInTheWay.class)
                .hasMessageContaining("Another run was faster");
        assertThat(folder.resolve("spring-2026-11-16.2/plan.json")).hasContent("two");
    }

    @Test
    void a_plan_that_is_published_while_another_is_made_is_seen() throws IOException {
        PlansSeen seen = PlansSeen.now(store(), Optional.of(KEY.date()));
        assertThatCode(seen::requireAll).doesNotThrowAnyException();

        store().publish(FIRST, stage("one").toString());

        assertThatThrownBy(seen::requireAll)
                .isInstanceOf(StaleInput.class)
                .hasMessageContaining("While this plan was made, spring-2026-11-16 was published")
                .hasMessageContaining("Nothing was published.")
                .hasMessageContaining("Run again.");
        assertThatCode(PlansSeen.now(store(), Optional.empty())::requireAll)
                .doesNotThrowAnyException();
    }

    @Test
    void folders_of_other_names_are_no_plans() {
        assertThat(StoredPlan.in("spring-2026-11-16.12")).contains(new StoredPlan(KEY, 12));
        assertThat(StoredPlan.in("spring-2026-11-16")).contains(FIRST);
        assertThat(StoredPlan.in("spring-2026-13-16")).isEmpty();
        assertThat(StoredPlan.in("spring-2026-11-16.0")).isEmpty();
        assertThat(StoredPlan.in("notes")).isEmpty();
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

    @Test
    void a_folder_may_have_any_name() {
        for (String name : List.of("my plans", "100%", "plans#2", "pläne", "a [1]")) {
            Store odd = new Store(disk, disk.whole(folder.resolve(name).toString()));

            assertThatCode(odd::requireRename).as(name).doesNotThrowAnyException();
        }
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
