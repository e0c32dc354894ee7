package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPVariable;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.IntegerAnswer;
import dev.marginal.optimizer.solving.IntegerAnswer.Proof;
import java.util.Optional;

/**
 * SCIP, for proofs by linear relaxation that CP-SAT does not find; only for coarse programs.
 *
 * <p>SCIP computes in floating point, where sides and bounds are right to a millionth. What it says
 * is believed only where that cannot matter: every row and the objective are counted in their
 * greatest common divisor ({@link Grains}), and no sum is larger than 200,000 of these. Each side
 * is moved outwards by a quarter, which lets in no whole number and keeps every plan away from the
 * edge where a tolerance could lose it; a bound is believed to within a quarter and then rounded
 * down to a whole number. Values are rounded and kept only if they keep every row in longs.
 *
 * <p>CP-SAT has found the values before, so SCIP is set to prove: no cuts below the root. The node
 * limit ends a long search the same way every time.
 */
final class Scip {
    private static final String TO_PROVE =
            """
            separating/maxrounds = 0
            limits/nodes = %d
            """;

    /** Nodes per second, times coefficients: about, on one core of 2024. */
    private static final double PACE = 4e6;

    /** Below so few nodes a search is not worth its start. */
    private static final long FEWEST_NODES = 200;

    private final IntegerProgram program;
    private final Grains objective;
    private final MPSolver solver = MPSolver.createSolver("SCIP");
    private final MPVariable[] columns;

    private Scip(IntegerProgram program) {
        this.program = program;
        this.objective = Grains.ofObjective(program);
        this.columns = new MPVariable[program.columns().size()];
        for (int number = 0; number < columns.length; number++) {
            IntegerProgram.Column column = program.columns().get(number);
            columns[number] = solver.makeIntVar(0, column.most(), "");
            long grains = column.objective() / objective.grain();
            solver.objective().setCoefficient(columns[number], grains);
        }
        solver.objective().setMaximization();
        program.rows().forEach(this::add);
    }

    /**
     * What SCIP proves with about this many seconds of nodes; open where its numbers could not be
     * believed.
     *
     * @param start values that keep every row
     */
    static IntegerAnswer solve(
            IntegerProgram program, Optional<long[]> start, double effort, Deadline deadline) {
        long nodes = (long) (effort * PACE / Math.max(1, program.size()));
        if (nodes < FEWEST_NODES || !Grains.areCoarse(program)) {
            return program.open();
        }
        Scip scip = new Scip(program);
        start.ifPresent(scip::hint);
        return scip.solve(nodes, deadline);
    }

    private void add(IntegerProgram.Row row) {
        long grain = Grains.of(program, row).grain();
        double low = -Math.floorDiv(-row.low(), grain) - Grains.MARGIN;
        double high = Math.floorDiv(row.high(), grain) + Grains.MARGIN;
        MPConstraint constraint = solver.makeConstraint(low, high);
        for (int i = 0; i < row.columns().length; i++) {
            long grains = row.coefficients()[i] / grain;
            constraint.setCoefficient(columns[row.columns()[i]], grains);
        }
    }

    private void hint(long[] values) {
        double[] start = new double[values.length];
        for (int column = 0; column < start.length; column++) {
            start[column] = values[column];
        }
        solver.setHint(columns, start);
    }

    private IntegerAnswer solve(long nodes, Deadline deadline) {
        solver.setSolverSpecificParametersAsString(TO_PROVE.formatted(nodes));
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, 0);
        Optional<ResultStatus> status =
                Guard.call(deadline, () -> solver.solve(parameters), solver::interruptSolve);
        if (status.isEmpty()) {
            return program.open();
        }
        IntegerAnswer answer = answer(status.get());
        parameters.delete();
        solver.delete();
        return answer;
    }

    private IntegerAnswer answer(ResultStatus status) {
        if (status == ResultStatus.INFEASIBLE) {
            return program.none();
        }
        if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
            return program.open();
        }
        long[] values = new long[columns.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = Math.round(columns[column].solutionValue());
        }
        double grains = Math.floor(solver.objective().bestBound() + Grains.MARGIN);
        long bound = (long) grains * objective.grain();
        if (!program.admits(values)) {
            return new IntegerAnswer(Proof.OPEN, new long[columns.length], bound);
        }
        boolean best = program.objective(values) >= bound;
        return new IntegerAnswer(best ? Proof.OPTIMAL : Proof.FOUND, values, bound);
    }
}
