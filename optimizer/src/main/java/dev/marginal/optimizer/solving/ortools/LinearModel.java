package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import dev.marginal.optimizer.solving.Deadline;
import dev.marginal.optimizer.solving.LinearAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maximise c·x with {@code low ≤ A·x ≤ high} and {@code l ≤ x ≤ u}, in floating point, by GLOP.
 * Grows between solves, which start from the last one.
 */
public final class LinearModel implements AutoCloseable {
    /** Ends what badly scaled numbers would keep pivoting, the same way every time. */
    private static final int MOST_PIVOTS = 50_000;

    private final MPSolver solver;
    private final List<MPVariable> columns = new ArrayList<>();
    private final List<MPConstraint> rows = new ArrayList<>();
    private boolean abandoned;

    /** An empty model. */
    public LinearModel() {
        Natives.load();
        this.solver = MPSolver.createSolver("GLOP");
        solver.setSolverSpecificParametersAsString("max_number_of_iterations: " + MOST_PIVOTS);
        solver.objective().setMaximization();
    }

    /** Adds a column and returns its number. */
    public int column(double low, double high, double objective) {
        MPVariable column = solver.makeNumVar(low, high, "");
        solver.objective().setCoefficient(column, objective);
        columns.add(column);
        return columns.size() - 1;
    }

    /** Changes what a column may be. */
    public void bound(int column, double low, double high) {
        columns.get(column).setBounds(low, high);
    }

    /** Changes what a unit of a column is worth. */
    public void objective(int column, double coefficient) {
        solver.objective().setCoefficient(columns.get(column), coefficient);
    }

    /** Adds an empty row and returns its number. */
    public int row(double low, double high) {
        rows.add(solver.makeConstraint(low, high));
        return rows.size() - 1;
    }

    /** Sets one coefficient of a row. */
    public void set(int row, int column, double coefficient) {
        rows.get(row).setCoefficient(columns.get(column), coefficient);
    }

    /** The best values found, or nothing if GLOP fails or the deadline passes first. */
    public Optional<LinearAnswer> solve(Deadline deadline) {
        if (abandoned) {
            return Optional.empty();
        }
        Optional<ResultStatus> status = Guard.call(deadline, solver::solve);
        abandoned = status.isEmpty();
        return status.filter(ended -> ended == ResultStatus.OPTIMAL).map(ended -> answer());
    }

    @Override
    public void close() {
        if (!abandoned) {
            solver.delete();
        }
    }

    private LinearAnswer answer() {
        MPObjective objective = solver.objective();
        double[] values = columns.stream().mapToDouble(MPVariable::solutionValue).toArray();
        double[] prices = new double[rows.size()];
        for (int row = 0; row < prices.length; row++) {
            prices[row] = rows.get(row).dualValue();
        }
        return new LinearAnswer(objective.value(), values, prices);
    }
}
