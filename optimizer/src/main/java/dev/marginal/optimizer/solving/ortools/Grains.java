package dev.marginal.optimizer.solving.ortools;

import java.util.Arrays;

/**
 * Sums of whole multiples of a grain, such as weights that are all whole units: how many grains
 * they can come to at most says whether floating point can tell one grain from the next.
 *
 * @param grain greatest common divisor of the coefficients; 1 where all are zero
 * @param most Σ |coefficient|·most, in grains
 */
record Grains(long grain, double most) {
    /**
     * A floating-point solver's sums are right to a millionth of their size; up to here that is
     * less than {@link #MARGIN}.
     */
    private static final double COARSE = 200_000;

    /** How much of a grain sides are moved outwards and bounds may be off. */
    static final double MARGIN = 0.25;

    /** The grains of a row. */
    static Grains of(IntegerProgram program, IntegerProgram.Row row) {
        double sum = 0;
        for (int i = 0; i < row.columns().length; i++) {
            double most = program.columns().get(row.columns()[i]).most();
            sum += Math.abs((double) row.coefficients()[i]) * most;
        }
        return of(row.coefficients(), sum);
    }

    /** The grains of the objective. */
    static Grains ofObjective(IntegerProgram program) {
        long[] all =
                program.columns().stream().mapToLong(IntegerProgram.Column::objective).toArray();
        double sum =
                program.columns().stream()
                        .mapToDouble(c -> Math.abs((double) c.objective()) * c.most())
                        .sum();
        return of(all, sum);
    }

    /** Whether every row and the objective are coarse enough to believe a proof in doubles. */
    static boolean areCoarse(IntegerProgram program) {
        return ofObjective(program).isCoarse()
                && program.rows().stream().allMatch(row -> of(program, row).isCoarse());
    }

    private static Grains of(long[] coefficients, double sum) {
        long grain = Math.max(1, Arrays.stream(coefficients).reduce(0, Grains::divisor));
        return new Grains(grain, sum / grain);
    }

    private boolean isCoarse() {
        return most <= COARSE;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? Math.abs(a) : divisor(b, a % b);
    }
}
