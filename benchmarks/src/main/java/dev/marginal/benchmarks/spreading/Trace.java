package dev.marginal.benchmarks.spreading;

/** A number that two plans share only if every customer gets the same, whoever adds it up. */
final class Trace {
    private Trace() {}

    /**
     * Of some customers; those of all are the sum.
     *
     * @param first number of the first of them
     * @param sets {@code [customer]}: bits of what each gets
     */
    static long of(int first, long[] sets) {
        long trace = 0;
        for (int i = 0; i < sets.length; i++) {
            trace += mixed(mixed(first + i + 1L) ^ sets[i]);
        }
        return trace;
    }

    /** Stafford's thirteenth variant of the finaliser of MurmurHash3. */
    private static long mixed(long bits) {
        long once = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
        return twice ^ twice >>> 31;
    }
}
