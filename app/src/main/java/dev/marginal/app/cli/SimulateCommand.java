package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.scenarios.planted.PlantedHouse;
import dev.marginal.uplift.planted.PlantedWorld;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a simulated campaign as CSV files and campaign.yml.",
            "The truth about every customer stands beside it (truth.csv), so that a plan can be compared with what it would",
            "truly earn."
        })
final class SimulateCommand implements Callable<Integer> {
    /** So that every arm has the rows that a plan needs. */
    private static final int LEAST_HISTORY = 400;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where the files go.")
    private Path folder;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Customers of the experiment. Default: 60000.")
    private int history = 60_000;

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "Customers to plan for. Default: 10000.")
    private int customers = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of everything drawn. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--confounded",
            description = "Treat by an uneven, logged chance instead of evenly at random.")
    private boolean confounded;

    @Option(
            names = "--daily",
            description =
                    "Two campaigns of one house with contact caps, to be planned day after day.")
    private boolean daily;

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description =
                    "With --daily: the first of the fourteen days on which both run. Default: 2026-11-16.")
    private LocalDate from = LocalDate.of(2026, 11, 16);

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (history < LEAST_HISTORY || customers < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--history must be %d or more, --customers 1 or more."
                            .formatted(LEAST_HISTORY));
        }
        PlantedWorld world = PlantedWorld.randomised(seed).withRegions();
        PlantedCampaign campaign =
                new PlantedCampaign(
                        confounded ? world.withConfounding() : world, history, customers);
        if (daily) {
            return writeHouse(campaign);
        }
        PlantedFiles.write(
                campaign, folder.toAbsolutePath().normalize().getFileName().toString(), folder);
        console.print(
                "%s: a simulated campaign; history %,d rows, audience %,d customers, truth in truth.csv%nNext: ./marginal plan %s"
                        .formatted(folder, history, customers, folder.resolve("campaign.yml")));
        return Ending.DONE.exitCode();
    }

    private int writeHouse(PlantedCampaign campaign) {
        new PlantedHouse(campaign, seed, from).write(folder);
        console.print(
                "%s: a simulated house of two campaigns; history %,d rows, audience %,d customers, truth in truth.csv%nNext: ./marginal plan %s %s --date %s"
                        .formatted(
                                folder,
                                history,
                                customers,
                                folder.resolve("vouchers.yml"),
                                folder.resolve("news.yml"),
                                from));
        return Ending.DONE.exitCode();
    }
}
