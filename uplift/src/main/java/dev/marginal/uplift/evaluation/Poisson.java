package dev.marginal.uplift.evaluation;

/** Draws of a Poisson variable of mean one, by inversion. */
final class Poisson {
    private static final double CHANCE_OF_NONE = StrictMath.exp(-1);
    private static final int CELLS = 1024;
    private static final byte UNSURE = -1;

    /** The draw of every number in a cell, where all of them have the same. */
    private static final byte[] BY_CELL = byCell();

    private Poisson() {}

    /** The draw that belongs to a uniform number in [0, 1). */
    static byte one(double uniform) {
        byte times = BY_CELL[(int) (uniform * CELLS)];
        return times == UNSURE ? search(uniform) : times;
    }

    static byte search(double uniform) {
        byte times = 0;
        double chance = CHANCE_OF_NONE;
        for (double rest = uniform - chance; rest >= 0 && times < Byte.MAX_VALUE; rest -= chance) {
            times++;
            chance /= times;
        }
        return times;
    }

    private static byte[] byCell() {
        byte[] byCell = new byte[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            byte first = search(cell / (double) CELLS);
            boolean sure = first == search(Math.nextDown((cell + 1) / (double) CELLS));
            byCell[cell] = sure ? first : UNSURE;
        }
        return byCell;
    }
}
