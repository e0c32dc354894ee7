package dev.marginal.benchmarks.learning;

import dev.marginal.tables.Requires;
import dev.marginal.uplift.planted.NieWagerWorld;
import dev.marginal.uplift.planted.PlantedCustomers;
import dev.marginal.uplift.planted.PlantedHistory;
import dev.marginal.uplift.planted.PlantedWorld;
import java.util.Arrays;
import java.util.Locale;

/**
 * A campaign that was run, and other customers of the same world.
 *
 * @param past what learners are shown, with its truth
 * @param audience whom they predict for
 */
record World(PlantedHistory past, PlantedCustomers audience) {
    private static final String NIE_WAGER = "nie-wager-";

    /**
     * A world by its name.
     *
     * @param name {@code randomised}, {@code confounded}, or {@code nie-wager-a} to {@code d}
     */
    static World of(String name, long seed, int rows, int audienceRows) {
        if (isNieWager(name)) {
            NieWagerWorld world =
                    NieWagerWorld.valueOf(
                            name.substring(NIE_WAGER.length()).toUpperCase(Locale.ROOT));
            return new World(world.history(seed, rows), world.audience(seed, audienceRows));
        }
        PlantedWorld world = planted(name, seed).withArms(new PlantedWorld.Arm("coupon", 1));
        return new World(world.history(rows), world.audience(audienceRows));
    }

    static boolean isNieWager(String name) {
        return name.startsWith(NIE_WAGER);
    }

    /** The world of a push and two coupons. */
    static PlantedWorld planted(String name, long seed) {
        boolean confounded = name.equals("confounded");
        Requires.require(
                confounded || name.equals("randomised"), "world", name, "randomised or confounded");
        PlantedWorld world = PlantedWorld.randomised(seed);
        return confounded ? world.withConfounding() : world;
    }

    /** The mean true effect of each treatment over the audience. */
    double[] meanEffects() {
        return Arrays.stream(audience.uplift())
                .mapToDouble(uplift -> Arrays.stream(uplift).average().orElseThrow())
                .toArray();
    }
}
