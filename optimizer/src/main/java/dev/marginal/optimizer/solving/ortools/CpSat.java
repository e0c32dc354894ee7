package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;

/** CP-SAT with one worker and linearization level 2: exact in whole numbers. */
final class CpSat {
    /** Whole numbers up to here are exact in double precision. */
    private static final double EXACT = 0x1p53;

    private final IntegerProgram program;
    private final CpModel model = new CpModel();
    private final IntVar[] columns;

    private CpSat(IntegerProgram program) {
        this.program = program;
        this.columns =
                program.columns().stream()
                        .map(column -> model.newIntVar(0, column.most(), ""))
                        .toArray(IntVar[]::new);
        program.rows().forEach(this::add);
        model.maximize(
                LinearExpr.weightedSum(
                        columns,
                        program.columns().stream()
                                .mapToLong(IntegerProgram.Column::objective)
                                .toArray()));
        program.hint().ifPresent(this::hint);
    }

    /**
     * The best values and how sure that is.
     *
     * @param effort in deterministic time, about seconds: ends a long search the same way every
     *     time
     */
    static IntegerAnswer solve(IntegerProgram program, double effort, Deadline deadline) {
        CpSat model = new CpSat(program);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setCatchSigintSignal(false)
                .setLinearizationLevel(2)
                .setRandomSeed(1)
                .setMaxDeterministicTime(effort);
        return Guard.call(
                        deadline,
                        () -> model.answer(solver, solver.solve(model.model)),
                        solver::stopSearch)
                .orElseGet(program::open);
    }

    private void add(IntegerProgram.Row row) {
        IntVar[] vars = new IntVar[row.columns().length];
        for (int i = 0; i < vars.length; i++) {
            vars[i] = columns[row.columns()[i]];
        }
        model.addLinearConstraint(
                LinearExpr.weightedSum(vars, row.coefficients()), row.low(), row.high());
    }

    private void hint(long[] values) {
        for (int column = 0; column < columns.length; column++) {
            model.addHint(columns[column], values[column]);
        }
    }

    private IntegerAnswer answer(CpSolver solver, CpSolverStatus status) {
        if (status == CpSolverStatus.INFEASIBLE) {
            return program.none();
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return program.open();
        }
        long[] values = new long[columns.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = solver.value(columns[column]);
        }
        if (status == CpSolverStatus.OPTIMAL) {
            return new IntegerAnswer(Proof.OPTIMAL, values, program.objective(values));
        }
        return new IntegerAnswer(Proof.FOUND, values, outwards(solver.bestObjectiveBound()));
    }

    private static long outwards(double bound) {
        double up = Math.ceil(bound);
        return (long) (Math.abs(up) < EXACT ? up : Math.nextUp(up));
    }
}
