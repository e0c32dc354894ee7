package dev.marginal.benchmarks.fortnight;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.ResultFile;
import dev.marginal.scenarios.fortnight.Clairvoyant;
import dev.marginal.scenarios.fortnight.DayPlanner;
import dev.marginal.scenarios.fortnight.Planners;
import dev.marginal.scenarios.fortnight.PlantedFortnight;
import dev.marginal.scenarios.fortnight.Played;
import dev.marginal.tables.Execution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Plays planted fortnights in every way there is to plan them, in this JVM. */
public final class FortnightRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS = Set.of("seeds", "fortnight-customers", "weekly");

    private static final String SEEDS =
            "101,102,103,104,105,106,107,108,109,110,111,112,113,114,115,116,117,118,119,120";

    private final long[] seeds;
    private final int customers;
    private final long[] caps;
    private final ResultFile result;
    private final Consumer<String> progress;
    private final Execution execution = Execution.allCores();

    /**
     * A run to come.
     *
     * @param options {@code seeds}, a fortnight each; {@code fortnight-customers}; {@code weekly},
     *     contacts per customer and seven days
     * @param progress is told what is being played
     */
    public FortnightRun(Options options, ResultFile result, Consumer<String> progress) {
        this.seeds = options.numbers("seeds", SEEDS);
        this.customers = options.integer("fortnight-customers", 5_000);
        this.caps = options.numbers("weekly", "2,3");
        this.result = result;
        this.progress = progress;
    }

    /** Plays every fortnight under every cap. */
    public void run() {
        result.setting("Seeds", seeds[0] + " to " + seeds[seeds.length - 1]);
        result.setting("Customers", customers);
        Map<Integer, FortnightTable> tables = new LinkedHashMap<>();
        for (long cap : caps) {
            FortnightTable table = new FortnightTable((int) cap);
            tables.put((int) cap, table);
            for (long seed : seeds) {
                progress.accept("%d contacts a week, seed %d".formatted(cap, seed));
                play(PlantedFortnight.of(seed, customers, (int) cap), table);
                result.write(FortnightTable.REMARKS + String.join("\n", texts(tables)));
            }
        }
    }

    private void play(PlantedFortnight world, FortnightTable table) {
        double bound = new Clairvoyant(execution).bound(world);
        for (DayPlanner planner : planners()) {
            long start = System.nanoTime();
            Played played = Played.of(world, planner);
            double seconds = (System.nanoTime() - start) / 1e9;
            table.add(planner.name(), world, played, bound, seconds);
        }
    }

    private List<DayPlanner> planners() {
        return List.of(
                Planners.firstComeFirstServed(),
                Planners.priorityList(),
                Planners.dayByDay(execution),
                Planners.dayByDayPaced(execution),
                Planners.pacedByLookAhead(execution),
                Planners.lookAhead(execution));
    }

    private static List<String> texts(Map<Integer, FortnightTable> tables) {
        return tables.values().stream().map(FortnightTable::toString).toList();
    }
}
