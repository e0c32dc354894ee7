package dev.marginal.spark;

/**
 * What a search asked of the parts, and what came back to the driver.
 *
 * @param passes readings of all customers of which only sums came back
 * @param passBytes of the largest pass
 * @param gathers readings that some customers' rows came back of: samples, and those whose choice
 *     is open near the lowest prices
 * @param rows how many rows came back
 * @param rowBytes of all of them
 */
public record Traffic(int passes, long passBytes, int gathers, long rows, long rowBytes) {
    /** Nothing yet. */
    static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

    Traffic pass(long numbers) {
        long largest = Math.max(passBytes, Long.BYTES * numbers);
        return new Traffic(passes + 1, largest, gathers, rows, rowBytes);
    }

    /** Rows of some columns of floats each, and a number of a cell and maybe of a family. */
    Traffic gather(long some, int columns) {
        long bytes = some * (Float.BYTES * (long) columns + 2 * Character.BYTES);
        return new Traffic(passes, passBytes, gathers + 1, rows + some, rowBytes + bytes);
    }
}
