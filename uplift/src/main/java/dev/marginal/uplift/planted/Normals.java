package dev.marginal.uplift.planted;

import java.util.SplittableRandom;

/** Normal draws that are the same on every machine. */
final class Normals {
    private Normals() {}

    /** Box and Muller's normal, of which the second is thrown away. */
    static double draw(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
