package dev.marginal.benchmarks.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the rounds that {@code benchmarks/run kill} plays by the hundred. */
class KillRoundsTest {
    private static final int SEED = 1;
    private static final int CUSTOMERS = 200;

    @TempDir Path folder;

    @Test
    void whatever_is_killed_whenever_a_directory_store_keeps_its_promises() throws IOException {
        play(new DirectoryShelf(folder.resolve("plans")), 6);
    }

    @Test
    void whatever_is_killed_whenever_a_postgresql_store_keeps_its_promises() throws IOException {
        assumeTrue(PostgresShelf.isThere(), "MARGINAL_TEST_POSTGRES is not set");
        play(PostgresShelf.in(folder), 6);
    }

    private void play(Shelf shelf, int rounds) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Program plain = Program.ofClassPath(folder, temporary);
        House house = House.simulated(plain, SEED, CUSTOMERS, Rounds.dates(rounds));
        List<String> aside = List.of("--store", folder.resolve("aside").toString());
        Program program = plain.quickly(house.night(House.CAMPAIGNS, house.from(), aside));
        Tally tally = new Tally(broken -> {});
        try (shelf;
                HouseCheck check = new HouseCheck(house, shelf)) {
            new Rounds(program, house, shelf, check, tally, SEED, progress -> {})
                    .play(rounds, () -> {});
        }
        assertThat(tally.broken()).isEmpty();
        assertThat(tally.counted("rounds")).isEqualTo(rounds);
        assertThat(tally.kills()).isGreaterThan(rounds / 4);
    }
}
