package dev.marginal.benchmarks.families;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.Set;

/** Families as words and as arguments. */
public final class FamilyOptions {
    /** Names of the arguments that tell a family. */
    public static final Set<String> NAMES =
            Set.of("customers", "offers", "limits", "contacts", "seed");

    private FamilyOptions() {}

    /** The family that the arguments tell. */
    public static AllocationFamily family(Options options) {
        return new AllocationFamily(
                options.integer("customers", 100_000),
                options.integer("offers", 10),
                options.integer("limits", 50),
                options.integer("contacts", 1),
                options.integer("seed", 1));
    }

    /** The arguments that tell a family. */
    public static List<String> arguments(AllocationFamily family) {
        return List.of(
                "--customers", family.customers() + "",
                "--offers", family.offers() + "",
                "--limits", family.limits() + "",
                "--contacts", family.contacts() + "",
                "--seed", family.seed() + "");
    }

    /**
     * A family in short, such as {@code 1000000x10x100}, or {@code 1000000x10x100x2} for two
     * contacts.
     */
    public static AllocationFamily parse(String word, long seed) {
        String[] sizes = word.split("x");
        Requires.require(
                word.matches("\\d+x\\d+x\\d+(x\\d+)?"),
                "case",
                word,
                "customers x offers x limits, such as 1000000x10x100");
        return new AllocationFamily(
                Integer.parseInt(sizes[0]),
                Integer.parseInt(sizes[1]),
                Integer.parseInt(sizes[2]),
                sizes.length == 4 ? Integer.parseInt(sizes[3]) : 1,
                seed);
    }
}
