package dev.marginal.benchmarks.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A few of the rounds that {@code benchmarks/run kill} plays by the hundred. */
final class FewRounds {
    private static final int SEED = 1;
    private static final int CUSTOMERS = 200;
    private static final int ROUNDS = 3;

    private FewRounds() {}

    /** Plays them on a shelf in a folder; fails where a promise was broken. */
    static void play(Shelf shelf, Path folder) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Program plain = Program.ofClassPath(folder, temporary);
        House house = House.simulated(plain, SEED, CUSTOMERS, Rounds.dates(ROUNDS));
        List<String> aside = List.of("--store", folder.resolve("aside").toString());
        Program program = plain.quickly(house.night(House.CAMPAIGNS, house.from(), aside));
        Tally tally = new Tally(broken -> {});
        try (shelf;
                HouseCheck check = new HouseCheck(house, shelf)) {
            new Rounds(program, house, shelf, check, tally, SEED, progress -> {})
                    .play(ROUNDS, () -> {});
        }
        assertThat(tally.broken()).isEmpty();
        assertThat(tally.counted("rounds")).isEqualTo(ROUNDS);
        assertThat(tally.kills()).isGreaterThan(ROUNDS / 4);
    }
}
