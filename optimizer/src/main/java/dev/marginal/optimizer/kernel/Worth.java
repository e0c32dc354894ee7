package dev.marginal.optimizer.kernel;

/**
 * What sends are worth at least, or at most, anywhere in a box of prices: {@code v·value +
 * size·|value| − c·cost − each} in currency, by offer and cell.
 *
 * <p>Numbers are floats, and so are the sums made of them; {@code size}, {@code c} and {@code each}
 * leave room for that several times over, so that the true worth is never on the wrong side.
 */
record Worth(float[][] value, float[][] size, float[][] cost, float[][] each) {
    /** Of every term, for the six roundings of a float that it goes through. */
    private static final double ROUNDING = 0x1p-19;

    /** Values and costs count in whole micro-units elsewhere. */
    private static final double MICRO = 1e-6;

    /** The least that sends are worth. */
    static Worth least(Rates middle, Rates reach) {
        return of(middle, reach, -1);
    }

    /** The most. */
    static Worth most(Rates middle, Rates reach) {
        return of(middle, reach, 1);
    }

    /** Of one send. */
    float of(int offer, int cell, float ofValue, float ofCost) {
        return value[offer][cell] * ofValue
                + size[offer][cell] * Math.abs(ofValue)
                - cost[offer][cell] * ofCost
                - each[offer][cell];
    }

    private static Worth of(Rates middle, Rates reach, int side) {
        int offers = middle.alpha().length;
        int cells = middle.alpha()[0].length;
        Worth worth =
                new Worth(
                        new float[offers][cells],
                        new float[offers][cells],
                        new float[offers][cells],
                        new float[offers][cells]);
        for (int offer = 0; offer < offers; offer++) {
            for (int cell = 0; cell < cells; cell++) {
                double alpha = middle.alpha()[offer][cell];
                double beta = middle.beta()[offer][cell];
                double gamma = middle.gamma()[offer][cell] * MICRO;
                double each = wide(gamma, reach.gamma()[offer][cell] * MICRO);
                double micros = MICRO * (1 + Math.abs(alpha) + Math.abs(beta));
                worth.value[offer][cell] = (float) alpha;
                worth.size[offer][cell] = (float) (side * wide(alpha, reach.alpha()[offer][cell]));
                worth.cost[offer][cell] =
                        (float) (beta - side * wide(beta, reach.beta()[offer][cell]));
                worth.each[offer][cell] = (float) (gamma - side * (each + micros));
            }
        }
        return worth;
    }

    private static double wide(double middle, double reach) {
        return reach + ROUNDING * (Math.abs(middle) + reach);
    }
}
