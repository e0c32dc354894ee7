package dev.marginal.optimizer.solving.ortools;

import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import java.util.Optional;

/** Maximise c·x with {@code low ≤ A·x ≤ high} over whole numbers {@code 0 ≤ x ≤ most}, exactly. */
public final class IntegerModel {
    /** A row's high side that no sum reaches. */
    public static final long UNLIMITED = 1L << 60;

    /** Part of the effort after which CP-SAT gives way to SCIP, where SCIP can be believed. */
    private static final double FIRST = 0.25;

    private final IntegerProgram program = new IntegerProgram();

    public IntegerModel() {
        Natives.load();
    }

    /** Adds a column and returns its number. */
    public int column(long objectiveCoefficient, long most) {
        return program.add(new IntegerProgram.Column(objectiveCoefficient, most));
    }

    /** Adds a row. */
    public void row(long low, long high, int[] numbers, long[] coefficients) {
        program.add(new IntegerProgram.Row(low, high, numbers, coefficients));
    }

    /** Where to look first. */
    public void hint(int column, long value) {
        program.hint(column, value);
    }

    /**
     * The best values that CP-SAT finds and how sure that is.
     *
     * @param effort about seconds; ends a long search the same way every time
     */
    public IntegerAnswer solve(double effort, Deadline deadline) {
        return CpSat.solve(program, effort, deadline);
    }

    /**
     * The same for programs that are worth a proof. CP-SAT begins: of the campaigns measured it
     * proves nearly all, and sooner than SCIP. Where it does not, and the numbers are coarse enough
     * to believe SCIP, SCIP goes on from its values; else CP-SAT goes on.
     *
     * @param effort about seconds of each; ends a long search the same way every time
     */
    public IntegerAnswer prove(double effort, Deadline deadline) {
        boolean coarse = Grains.areCoarse(program);
        IntegerAnswer first = solve(coarse ? FIRST * effort : effort, deadline);
        if (first.proven() || !coarse) {
            return first;
        }
        Optional<long[]> start = Optional.of(first).filter(a -> a.found()).map(a -> a.values());
        IntegerAnswer second =
                better(first, Scip.solve(program, start.or(program::hint), effort, deadline));
        if (second.proven() || deadline.passed()) {
            return second;
        }
        if (second.found()) {
            program.hint(second.values());
        }
        return better(second, solve((1 - FIRST) * effort, deadline));
    }

    /** What both know; a later answer that values in hand contradict says nothing. */
    private IntegerAnswer better(IntegerAnswer one, IntegerAnswer other) {
        boolean refuted =
                one.found()
                        && (other.proof() == Proof.NONE_EXIST || objective(one) > other.bound());
        if (refuted || other.proven()) {
            return refuted ? one : other;
        }
        long bound = Math.min(one.bound(), other.bound());
        boolean first = !other.found() || one.found() && objective(one) >= objective(other);
        IntegerAnswer found = first ? one : other;
        boolean best = found.found() && objective(found) >= bound;
        return new IntegerAnswer(best ? Proof.OPTIMAL : found.proof(), found.values(), bound);
    }

    private long objective(IntegerAnswer answer) {
        return program.objective(answer.values());
    }
}
