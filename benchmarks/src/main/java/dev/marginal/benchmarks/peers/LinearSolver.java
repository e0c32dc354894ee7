package dev.marginal.benchmarks.peers;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import dev.marginal.optimizer.OfferBook;
import java.util.Arrays;

/** A solver behind OR-Tools' model builder; amounts of money in currency. */
final class LinearSolver implements Solver {
    private final String name;
    private final boolean whole;
    private final String parameters;
    private final ModelBuilderHelper model = new ModelBuilderHelper();
    private Rows rows;

    /**
     * A solver.
     *
     * @param name as OR-Tools knows it
     * @param whole whether options are whole; fractions of sends are allowed otherwise
     * @param parameters in the solver's own language
     */
    LinearSolver(String name, boolean whole, String parameters) {
        this.name = name;
        this.whole = whole;
        this.parameters = parameters;
    }

    @Override
    public void build(Rows rows) {
        this.rows = rows;
        model.setMaximize(true);
        for (long worth : rows.worth()) {
            int column = model.addVar();
            model.setVarLowerBound(column, 0);
            model.setVarUpperBound(column, 1);
            model.setVarIntegrality(column, whole);
            model.setVarObjectiveCoefficient(column, (double) worth / OfferBook.MICROS);
        }
        for (Rows.Row row : rows.shared()) {
            int number = row(row.most() * row.unit());
            for (int i = 0; i < row.option().length; i++) {
                model.addConstraintTerm(number, row.option()[i], row.amount()[i] * row.unit());
            }
        }
        for (int customer = 0; customer < rows.customers(); customer++) {
            int number = row(rows.contacts());
            for (int option : rows.optionsOf(customer)) {
                model.addConstraintTerm(number, option, 1);
            }
        }
    }

    private int row(double most) {
        int number = model.addLinearConstraint();
        model.setConstraintLowerBound(number, Double.NEGATIVE_INFINITY);
        model.setConstraintUpperBound(number, most);
        return number;
    }

    @Override
    public Solution solve(double seconds) {
        ModelSolverHelper solver = new ModelSolverHelper(name);
        solver.setTimeLimitInSeconds(seconds);
        if (!parameters.isEmpty()) {
            solver.setSolverSpecificParameters(parameters);
        }
        solver.solve(model);
        String status = solver.hasResponse() ? solver.getStatus().toString() : "NO_RESPONSE";
        if (!solver.hasSolution()) {
            return new Solution(status, new double[0], Double.NaN);
        }
        double[] x = new double[rows.worth().length];
        Arrays.setAll(x, solver::getVariableValue);
        double bound = whole ? solver.getBestObjectiveBound() : DualBound.of(rows, prices(solver));
        return new Solution(status, x, bound);
    }

    private double[] prices(ModelSolverHelper solver) {
        double[] prices = new double[rows.shared().size()];
        Arrays.setAll(prices, solver::getDualValue);
        return prices;
    }
}
