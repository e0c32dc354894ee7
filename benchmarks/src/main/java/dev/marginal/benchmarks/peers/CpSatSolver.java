package dev.marginal.benchmarks.peers;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dev.marginal.optimizer.OfferBook;
import java.util.Arrays;

/** CP-SAT on whole micro-units, with eight workers however many cores there are. */
final class CpSatSolver implements Solver {
    private static final int WORKERS = 8;

    private final CpModel model = new CpModel();
    private BoolVar[] options;

    @Override
    public void build(Rows rows) {
        options = new BoolVar[rows.worth().length];
        Arrays.setAll(options, option -> model.newBoolVar(""));
        for (Rows.Row row : rows.shared()) {
            model.addLessOrEqual(
                    LinearExpr.weightedSum(some(row.option()), row.amount()), row.most());
        }
        for (int customer = 0; customer < rows.customers(); customer++) {
            Literal[] own = some(rows.optionsOf(customer));
            if (rows.contacts() == 1) {
                model.addAtMostOne(own);
            } else {
                model.addLessOrEqual(LinearExpr.sum(own), rows.contacts());
            }
        }
        model.maximize(LinearExpr.weightedSum(options, rows.worth()));
    }

    @Override
    public Solution solve(double seconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(WORKERS).setMaxTimeInSeconds(seconds);
        CpSolverStatus status = solver.solve(model);
        double bound = solver.bestObjectiveBound() / OfferBook.MICROS;
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return new Solution(status.toString(), new double[0], bound > 0 ? bound : Double.NaN);
        }
        double[] x = new double[options.length];
        Arrays.setAll(x, option -> solver.booleanValue(options[option]) ? 1 : 0);
        return new Solution(status.toString(), x, bound);
    }

    private BoolVar[] some(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> options[number]).toArray(BoolVar[]::new);
    }
}
