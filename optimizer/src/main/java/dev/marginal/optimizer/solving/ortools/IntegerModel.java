package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import java.util.ArrayList;
import java.util.List;

/**
 * Maximise c·x with {@code low ≤ A·x ≤ high} over whole numbers {@code 0 ≤ x ≤ most}, exactly, by
 * CP-SAT.
 */
public final class IntegerModel {
    /** A row's high side that no sum reaches. */
    public static final long UNLIMITED = 1L << 60;

    private final CpModel model;
    private final List<IntVar> columns = new ArrayList<>();
    private final List<Long> objective = new ArrayList<>();

    public IntegerModel() {
        Natives.load();
        this.model = new CpModel();
    }

    /** Adds a column and returns its number. */
    public int column(long objectiveCoefficient, long most) {
        columns.add(model.newIntVar(0, most, ""));
        objective.add(objectiveCoefficient);
        return columns.size() - 1;
    }

    /** Adds a row. */
    public void row(long low, long high, int[] numbers, long[] coefficients) {
        model.addLinearConstraint(LinearExpr.weightedSum(vars(numbers), coefficients), low, high);
    }

    /** Where to look first. */
    public void hint(int column, long value) {
        model.addHint(columns.get(column), value);
    }

    /**
     * The best values and how sure that is.
     *
     * @param effort in CP-SAT's deterministic time, about seconds; ends a long search the same way
     *     every time
     */
    public IntegerAnswer solve(double effort, Deadline deadline) {
        long[] coefficients = objective.stream().mapToLong(Long::longValue).toArray();
        IntVar[] all = columns.toArray(IntVar[]::new);
        model.maximize(LinearExpr.weightedSum(all, coefficients));
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setLinearizationLevel(2)
                .setRandomSeed(1)
                .setMaxDeterministicTime(effort);
        return Guard.call(deadline, () -> answer(solver, solver.solve(model), all))
                .orElseGet(() -> open(all.length));
    }

    private IntVar[] vars(int[] numbers) {
        IntVar[] vars = new IntVar[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            vars[i] = columns.get(numbers[i]);
        }
        return vars;
    }

    private static IntegerAnswer answer(CpSolver solver, CpSolverStatus status, IntVar[] all) {
        if (status == CpSolverStatus.INFEASIBLE) {
            return new IntegerAnswer(Proof.NONE_EXIST, new long[all.length], Long.MAX_VALUE);
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return open(all.length);
        }
        long[] values = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = solver.value(all[i]);
        }
        Proof proof = status == CpSolverStatus.OPTIMAL ? Proof.OPTIMAL : Proof.FOUND;
        return new IntegerAnswer(proof, values, (long) Math.ceil(solver.bestObjectiveBound()));
    }

    private static IntegerAnswer open(int columns) {
        return new IntegerAnswer(Proof.OPEN, new long[columns], Long.MAX_VALUE);
    }
}
