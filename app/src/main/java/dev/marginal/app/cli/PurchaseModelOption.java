package dev.marginal.app.cli;

import dev.marginal.value.purchases.PurchaseModels;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --purchases}: which model of purchases. */
final class PurchaseModelOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--purchases",
            paramLabel = "MODEL",
            description = "pareto_nbd or bg_nbd. Default: ${DEFAULT-VALUE}.")
    private String name = PurchaseModels.names().get(0);

    String name() {
        if (!PurchaseModels.names().contains(name)) {
            throw Misuse.unknown(command, "--purchases", name, PurchaseModels.names());
        }
        return name;
    }
}
