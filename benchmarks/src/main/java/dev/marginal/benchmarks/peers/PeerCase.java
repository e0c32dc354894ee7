package dev.marginal.benchmarks.peers;

import com.google.ortools.Loader;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.families.FamilyGenerator;
import dev.marginal.benchmarks.families.FamilyOptions;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.tables.Execution;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets one peer solve one campaign, once, in this JVM; facts are told as they come. */
public final class PeerCase {
    private static final Set<String> OPTIONS =
            Stream.concat(FamilyOptions.NAMES.stream(), Stream.of("peer", "limit", "facts"))
                    .collect(Collectors.toSet());

    private PeerCase() {}

    /** Measures one peer and ends the process, whatever native threads still do. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments, OPTIONS);
        Facts facts = options.facts();
        AllocationProblem problem =
                FamilyGenerator.generate(FamilyOptions.family(options), Execution.allCores());
        solve(problem, options.text("peer", ""), options.integer("limit", 120), facts);
        Runtime.getRuntime().halt(0);
    }

    /**
     * Lets a peer solve a campaign, once; facts are told as they come. Native threads may go on.
     *
     * @param peer such as {@code pdlp_4}
     * @param limit seconds that it is given
     */
    public static void solve(AllocationProblem problem, String peer, int limit, Facts facts) {
        Rows rows = Rows.of(problem);
        Loader.loadNativeLibraries();
        Solver solver = Peer.named(peer).solver();
        long start = System.nanoTime();
        solver.build(rows);
        facts.add("build", since(start));
        start = System.nanoTime();
        Solution solution = solver.solve(limit);
        facts.add("solve", since(start));
        facts.add("status", solution.status());
        facts.add("claimed", solution.bound());
        if (!solution.isEmpty()) {
            facts.add("value", solution.value(rows));
            facts.add("violation", solution.violation(rows));
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
