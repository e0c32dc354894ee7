package dev.marginal.benchmarks.killing;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import dev.marginal.benchmarks.reports.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kills the real command in the middle of its nights, and checks what it left. */
public final class KillRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS = Set.of("rounds", "seed", "store", "house-customers");

    private final Assignment assignment;
    private final Options options;

    /**
     * A run to come.
     *
     * @param assignment with the options {@code rounds}; {@code seed}; {@code store}: directory,
     *     postgres or both; {@code house-customers}
     */
    public KillRun(Assignment assignment) {
        this.assignment = assignment;
        this.options = assignment.options();
    }

    /** Plays the rounds with every store that was asked for. */
    public void run() {
        ResultFile result = assignment.result();
        result.setting("Rounds", options.integer("rounds", 200));
        result.setting("Seed", options.integer("seed", 101));
        result.setting("Customers", options.integer("house-customers", 400));
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (String store : stores()) {
            Tally tally = new Tally(assignment.progress());
            tallies.put(store, tally);
            Runnable written = () -> result.write(new KillTable(tallies).toString());
            try {
                play(store, Files.createTempDirectory("kill-" + store), tally, written);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void play(String store, Path folder, Tally tally, Runnable written) throws IOException {
        assignment.progress().accept("in " + folder);
        int rounds = options.integer("rounds", 200);
        int seed = options.integer("seed", 101);
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Program plain = Program.ofCheckout(assignment.checkout(), folder, temporary);
        House house =
                House.simulated(
                        plain, seed, options.integer("house-customers", 400), Rounds.dates(rounds));
        List<String> aside = List.of("--store", folder.resolve("aside").toString());
        Program program = plain.quickly(house.night(House.CAMPAIGNS, house.from(), aside));
        try (Shelf shelf = shelf(store, folder);
                HouseCheck check = new HouseCheck(house, shelf)) {
            new Rounds(program, house, shelf, check, tally, seed, assignment.progress())
                    .play(rounds, written);
        }
    }

    private static Shelf shelf(String store, Path folder) {
        return switch (store) {
            case "directory" -> new DirectoryShelf(folder.resolve("plans"));
            case "postgres" -> PostgresShelf.in(folder);
            default -> throw new IllegalArgumentException(store);
        };
    }

    private List<String> stores() {
        String store = options.text("store", "directory");
        return store.equals("both") ? List.of("directory", "postgres") : List.of(store);
    }
}
