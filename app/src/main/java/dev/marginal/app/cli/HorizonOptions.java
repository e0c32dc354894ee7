package dev.marginal.app.cli;

import dev.marginal.value.UnitOfTime;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.scoring.Horizon;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options {@code --horizon} and {@code --discount} of scores. */
final class HorizonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--horizon",
            paramLabel = "LENGTH",
            description = {
                "How far to look ahead, in the model's unit of time. Default: a year; for a boosted model what it was fitted",
                "for, and nothing else will do."
            })
    private Double length;

    @Option(
            names = "--discount",
            paramLabel = "RATE",
            description = {
                "How much less a coin is worth a year later: 0.1 makes it 1 / 1.1. Default: ${DEFAULT-VALUE}."
            })
    private double discount;

    Horizon of(LearntValue model) {
        UnitOfTime unit = model.parametric().settings().unit();
        model.treesFit().ifPresent(fit -> requireLearnt(fit.horizonDays(), unit));
        double usual = length == null ? unit.of(UnitOfTime.YEAR.days()) : length;
        try {
            return new Horizon(model.horizon().orElse(usual), discount);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), wrong.getMessage());
        }
    }

    private void requireLearnt(int days, UnitOfTime unit) {
        if (length != null && Math.round(length * unit.days()) != days) {
            throw new ParameterException(
                    command.commandLine(),
                    "--horizon (%s) must be %.3f %ss (%d days), which this boosted model was fitted for, or left out. For another one fit again with --horizon."
                            .formatted(length, unit.of(days), unit.word(), days));
        }
    }
}
