package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import java.util.ArrayList;
import java.util.List;

/** Maximise c·x with {@code low ≤ A·x ≤ high} over x in {0, 1}, exactly, by CP-SAT. */
public final class IntegerModel {
    private final CpModel model;
    private final List<BoolVar> columns = new ArrayList<>();
    private final List<Long> objective = new ArrayList<>();

    public IntegerModel() {
        Natives.load();
        this.model = new CpModel();
    }

    /** Adds a column and returns its number. */
    public int column(long objectiveCoefficient) {
        columns.add(model.newBoolVar(""));
        objective.add(objectiveCoefficient);
        return columns.size() - 1;
    }

    /** Adds a row. */
    public void row(long low, long high, int[] numbers, long[] coefficients) {
        model.addLinearConstraint(LinearExpr.weightedSum(vars(numbers), coefficients), low, high);
    }

    /** Where to look first. */
    public void hint(int column, boolean value) {
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
        BoolVar[] all = columns.toArray(BoolVar[]::new);
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

    private BoolVar[] vars(int[] numbers) {
        BoolVar[] vars = new BoolVar[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            vars[i] = columns.get(numbers[i]);
        }
        return vars;
    }

    private static IntegerAnswer answer(CpSolver solver, CpSolverStatus status, BoolVar[] all) {
        if (status == CpSolverStatus.INFEASIBLE) {
            return new IntegerAnswer(Proof.NONE_EXIST, new boolean[all.length], Long.MAX_VALUE);
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return open(all.length);
        }
        boolean[] values = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = solver.booleanValue(all[i]);
        }
        Proof proof = status == CpSolverStatus.OPTIMAL ? Proof.OPTIMAL : Proof.FOUND;
        return new IntegerAnswer(proof, values, (long) Math.ceil(solver.bestObjectiveBound()));
    }

    private static IntegerAnswer open(int columns) {
        return new IntegerAnswer(Proof.OPEN, new boolean[columns], Long.MAX_VALUE);
    }
}
