package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on which the disk, the clock, the inputs or another process are in the way. */
class NightTroubleTest {
    private static final int KIBIBYTE = 1024;
    private static final int DISK_KIBIBYTES = 8 * KIBIBYTE;

    @TempDir static Path home;
    private static NightHouse house;

    @TempDir Path folder;
    private Path store;
    private boolean mounted;

    @BeforeAll
    static void simulate() {
        house = NightHouse.in(home.resolve("house"));
    }

    @BeforeEach
    void nameStore() {
        store = folder.resolve("plans");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(succeeds("umount", store.toString())).isTrue();
        }
    }

    @Test
    void a_disk_that_is_full_anywhere_on_the_way_leaves_whole_plans_or_none() throws Exception {
        mount("-t", "tmpfs", "-o", "size=" + DISK_KIBIBYTES + "k", "tmpfs");
        int refused = 0;
        int exitCode = 1;
        for (double free = 8; exitCode != 0; free *= 1.7) {
            emptyStore();
            fillUpTo((int) free);
            Run night = house.night(store);
            exitCode = night.exitCode();
            if (exitCode != 0) {
                refused++;
                assertThat(free).as("KiB that two plans do not fit on").isLessThan(DISK_KIBIBYTES);
                assertThat(exitCode).as(night.messages()).isEqualTo(1);
                assertThat(night.messages()).contains("No space left").doesNotContain("\tat dev.");
                NightHouse.plans(store)
                        .forEach(
                                plan ->
                                        assertThat(Run.of("audit", store.resolve(plan)).exitCode())
                                                .isZero());
                Files.delete(store.resolve("ballast"));
                if (refused == 4) {
                    assertThat(house.night(store).exitCode()).isZero();
                    NightHouse.requireBothPlans(store);
                }
            }
        }
        assertThat(refused).isGreaterThan(5);
        NightHouse.requireBothPlans(store);
    }

    @Test
    void a_log_that_does_not_fit_on_the_disk_is_not_imported_by_half() throws Exception {
        mount("-t", "tmpfs", "-o", "size=256k", "tmpfs");
        Path sends = folder.resolve("sends.csv");
        try (var lines = Files.newBufferedWriter(sends)) {
            lines.write("customer,channel,sent_at,decision_id\n");
            for (int row = 0; row < 40_000; row++) {
                lines.write("c%d,push,2026-11-15T08:00:00Z,%032x\n".formatted(row, row * 7919L));
            }
        }
        Run full = Run.of("log", "import", sends, "--store", store);
        assertThat(full.exitCode()).as(full.messages()).isEqualTo(1);
        assertThat(full.messages()).contains("No space left");
        assertThat(Run.of("log", "show", "--store", store).results()).doesNotContain("40,000");

        assertThat(succeeds("mount", "-o", "remount,size=8m", store.toString())).isTrue();
        assertThat(Run.of("log", "import", sends, "--store", store).results())
                .contains("40,000 rows added");
    }

    @Test
    void a_store_that_can_only_be_read_is_told_of_and_what_stands_there_stands() throws Exception {
        mount("-t", "tmpfs", "tmpfs");
        remount("ro");
        Run refused = house.night(store);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.messages()).contains("Read-only file system");
        assertThat(NightHouse.plans(store)).isEmpty();

        remount("rw");
        assertThat(house.night(store).exitCode()).isZero();
        remount("ro");
        Run again = house.night(store);
        assertThat(again.exitCode()).as(again.messages()).isZero();
        assertThat(again.results()).contains("unchanged");
    }

    @Test
    void a_clock_put_back_a_year_hinders_no_rerun_of_a_killed_night() throws Exception {
        Process night = house.start(store, folder.resolve("output"));
        Path heart = store.resolve(".ledger/news-" + NightHouse.DATE + "/1.beat");
        while (!Files.exists(heart) && !night.waitFor(5, TimeUnit.MILLISECONDS)) {
            assertThat(night.isAlive()).isTrue();
        }
        night.destroyForcibly().waitFor();
        Clock back = Clock.offset(Clock.systemUTC(), Duration.ofDays(-365));

        assertThat(house.nightAt(back, store).exitCode()).isZero();
        NightHouse.requireBothPlans(store);
        assertThat(house.nightAt(back, store).results()).contains("unchanged");
    }

    @Test
    void of_two_nights_at_once_one_publishes_and_the_other_ends_well_or_with_6() throws Exception {
        Process one = house.start(store, folder.resolve("one"));
        Process other = house.start(store, folder.resolve("other"));

        Set<Integer> exitCodes = Set.of(one.waitFor(), other.waitFor() + 100);

        String told =
                Files.readString(folder.resolve("one")) + Files.readString(folder.resolve("other"));
        assertThat(exitCodes).as(told).isSubsetOf(0, 6, 100, 106).isNotEqualTo(Set.of(6, 106));
        NightHouse.requireBothPlans(store);
        assertThat(told.split(": published,", -1)).hasSize(3);
    }

    @Test
    void an_input_that_grows_while_it_is_looked_at_ends_the_night_with_5() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Path audience = house.folder().resolve("audience.csv");
        byte[] before = Files.readAllBytes(audience);
        Thread writer = new Thread(() -> grow(audience, done));
        writer.start();
        try {
            assertRefused(house.night(store, "--settle", "1s"), 5, "still being written");
        } finally {
            done.set(true);
            writer.join();
            Files.write(audience, before);
            house.settle();
        }
        assertThat(house.night(store).exitCode()).isZero();
    }

    @Test
    void inputs_that_arrive_by_half_end_the_night_with_5_and_publish_nothing() throws Exception {
        for (String name : List.of("people.csv", "suppressed.csv", "audience.csv")) {
            assertHalfRefused(name, 1, "no end of its last line");
        }
        assertHalfRefused("audience.csv", 5_000, "half-written");
    }

    @Test
    void a_log_that_arrives_by_half_is_refused_with_3_and_adds_nothing() throws Exception {
        Path sends =
                Files.writeString(
                        folder.resolve("sends.csv"),
                        "customer,channel,sent_at\nc1,push,2026-11-15T08:00:00Z\nc2,push,2026-11-1");

        assertRefused(
                Run.of("log", "import", sends, "--store", store),
                3,
                "line 3: the last line must end");
        assertThat(Run.of("log", "show", "--store", store).results()).doesNotContain("1 rows");
    }

    private void assertHalfRefused(String name, int missing, String words) throws IOException {
        Path file = house.folder().resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - missing));
        house.settle();
        try {
            assertRefused(house.night(store), 5, name + " has");
            assertThat(house.night(store).messages()).contains(words);
        } finally {
            Files.write(file, whole);
            house.settle();
        }
    }

    private void assertRefused(Run run, int exitCode, String words) {
        assertThat(run.exitCode()).as(run.messages()).isEqualTo(exitCode);
        assertThat(run.messages()).contains(words);
        assertThat(NightHouse.plans(store)).isEmpty();
    }

    private static void grow(Path file, AtomicBoolean done) {
        try {
            while (!done.get()) {
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void mount(String... words) throws Exception {
        Files.createDirectories(store);
        String[] command = new String[words.length + 2];
        command[0] = "mount";
        System.arraycopy(words, 0, command, 1, words.length);
        command[command.length - 1] = store.toString();
        mounted = succeeds(command);
        assumeTrue(mounted, "a disk of its own can only be mounted by root");
    }

    private void remount(String how) throws Exception {
        assertThat(succeeds("mount", "-o", "remount," + how, store.toString())).isTrue();
    }

    private static boolean succeeds(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private void emptyStore() throws Exception {
        assertThat(succeeds("find", store.toString(), "-mindepth", "1", "-delete")).isTrue();
    }

    /** Leaves so many kibibytes of the disk free. */
    private void fillUpTo(int kibibytes) throws IOException {
        Files.write(
                store.resolve("ballast"),
                new byte[(DISK_KIBIBYTES - Math.min(DISK_KIBIBYTES, kibibytes)) * KIBIBYTE]);
    }
}
