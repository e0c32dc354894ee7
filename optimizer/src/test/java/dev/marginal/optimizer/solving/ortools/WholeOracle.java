package dev.marginal.optimizer.solving.ortools;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Sends;
import java.util.OptionalLong;

/**
 * The best value of a small campaign by CP-SAT, one yes or no for each send: no prices, no groups,
 * nothing certain beforehand.
 */
public final class WholeOracle {
    /** A row's side beyond every sum. */
    private static final long FAR = 1L << 60;

    private final OfferBook book;
    private final CpModel model = new CpModel();
    private final BoolVar[][] sent;

    private WholeOracle(OfferBook book) {
        this.book = book;
        this.sent = new BoolVar[book.offers().size()][book.customers()];
        LinearExprBuilder value = LinearExpr.newBuilder();
        for (int offer = 0; offer < sent.length; offer++) {
            for (int customer = 0; customer < book.customers(); customer++) {
                if (book.allows(offer, customer)) {
                    sent[offer][customer] = model.newBoolVar("");
                    value.addTerm(sent[offer][customer], book.valueMicros(offer, customer));
                }
            }
        }
        model.maximize(value);
    }

    /** In micro-units; empty if no plan keeps every limit. */
    public static OptionalLong best(OfferBook book, Budget budget, Rules rules) {
        Natives.load();
        WholeOracle oracle = new WholeOracle(book);
        Sends.limits(book, budget, rules).forEach(oracle::add);
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setLinearizationLevel(2);
        CpSolverStatus status = solver.solve(oracle.model);
        if (status == CpSolverStatus.INFEASIBLE) {
            return OptionalLong.empty();
        }
        if (status != CpSolverStatus.OPTIMAL) {
            throw new IllegalStateException("CP-SAT ended with " + status);
        }
        return OptionalLong.of(Math.round(solver.objectiveValue()));
    }

    private void add(Limit limit) {
        if (limit instanceof Limit.Shared shared) {
            LinearExprBuilder use = LinearExpr.newBuilder();
            for (int customer = 0; customer < book.customers(); customer++) {
                addUse(shared, customer, use);
            }
            model.addLinearConstraint(
                    use, Math.max(-FAR, shared.least()), Math.min(FAR, shared.most()));
        } else if (limit instanceof Limit.Personal personal) {
            for (int customer = 0; customer < book.customers(); customer++) {
                if (Sends.isIn(book, personal.where(), customer)) {
                    model.addLessOrEqual(contacts(personal, customer), personal.most());
                }
            }
        }
    }

    private void addUse(Limit.Shared limit, int customer, LinearExprBuilder use) {
        for (int offer = 0; offer < sent.length; offer++) {
            if (sent[offer][customer] != null) {
                use.addTerm(sent[offer][customer], Sends.use(book, limit, offer, customer));
            }
        }
    }

    private LinearExprBuilder contacts(Limit.Personal limit, int customer) {
        LinearExprBuilder contacts = LinearExpr.newBuilder();
        for (int offer = 0; offer < sent.length; offer++) {
            if (sent[offer][customer] != null && limit.offers().contains(offer)) {
                contacts.add(sent[offer][customer]);
            }
        }
        return contacts;
    }
}
