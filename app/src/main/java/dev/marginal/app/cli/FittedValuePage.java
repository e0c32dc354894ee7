package dev.marginal.app.cli;

import dev.marginal.value.Fit;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.scoring.ValueModel;
import java.util.ArrayList;
import java.util.List;

/** A fitted model of value on one screen. */
record FittedValuePage(LearntValue learnt) {
    private static final double STRONG = .3;

    String text() {
        FittedValueModel fitted = learnt.parametric();
        ValueModel model = fitted.valueModel();
        String unit = fitted.settings().unit().word();
        double year = 365.25 / fitted.settings().unit().days();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(new LogWords(fitted.tally(), fitted.settings()).lines());
        lines.add("Known until  %s, time in %ss".formatted(fitted.until(), unit));
        lines.add("");
        lines.add(
                "A new customer comes back %.2f times in the first year, and spends %,.2f at a purchase, by the models"
                        .formatted(model.purchases().expectedOfNew(year), model.spending().mean()));
        lines.addAll(fit("Purchases, " + fitted.model(), fitted.purchases()));
        lines.addAll(fit("Amounts, gamma_gamma", fitted.spending()));
        lines.add("  " + dependence(fitted.dependence()));
        learnt.treesFit()
                .ifPresent(fit -> lines.addAll(new TreesWords(fit, fitted.model()).lines()));
        return String.join("\n", lines);
    }

    private static List<String> fit(String title, Fit fit) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "%s: %,d customers, log-likelihood %.3f, %s"
                        .formatted(
                                title,
                                fit.customers(),
                                fit.logLikelihood(),
                                fit.converged() ? "converged" : "NOT converged"));
        lines.add("  %-10s %14s %16s".formatted("parameter", "estimate", "standard error"));
        fit.parameters()
                .forEach(
                        (name, value) ->
                                lines.add(
                                        "  %-10s %14.5f %16.5f"
                                                .formatted(
                                                        name,
                                                        value,
                                                        fit.standardErrors().get(name))));
        if (!fit.finding().isEmpty()) {
            lines.add("  " + fit.finding());
        }
        return lines;
    }

    private static String dependence(double dependence) {
        if (Double.isNaN(dependence)) {
            return "Whether amounts go with how often customers buy cannot be told.";
        }
        String verdict =
                Math.abs(dependence) > STRONG
                        ? "the model takes it for 0, so that values are biased"
                        : "the model takes it for 0";
        return "Amounts and how often customers buy: correlation %.3f; %s."
                .formatted(dependence, verdict);
    }
}
