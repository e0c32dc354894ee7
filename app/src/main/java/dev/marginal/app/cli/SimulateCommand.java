package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.planted.PlantedCampaign;
import dev.marginal.scenarios.planted.PlantedCreators;
import dev.marginal.scenarios.planted.PlantedFiles;
import dev.marginal.scenarios.planted.PlantedHouse;
import dev.marginal.scenarios.planted.PlantedShop;
import dev.marginal.uplift.planted.PlantedWorld;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "The folder is there whole or not at all. The truth about every customer stands in it (truth.csv), so that a",
            "plan can be compared with what it would truly earn."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal simulate my-world --customers 50000",
            "  marginal simulate my-house --daily --from 2026-11-16",
            "  marginal simulate my-shop --purchases",
            "  marginal simulate my-creators --creators",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input: the folder is there already, and not empty."
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
            names = "--purchases",
            description =
                    "Two years of purchases, and one campaign twice: for the window's GMV, and for what orders bring later too.")
    private boolean purchases;

    @Option(
            names = "--creators",
            description =
                    "Creators of a platform, what they published, and incentives that merchants bear a part of.")
    private boolean creators;

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description =
                    "With --daily: the first of the fourteen days on which both run. Default: 2026-11-16.")
    private LocalDate from = LocalDate.of(2026, 11, 16);

    @Mixin private DryRun dryRun;
    @Mixin private Result result;

    /** As JSON. */
    record Told(String folder, boolean written, int history, int customers, String next) {}

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
        requireOneKind();
        if (!dryRun.isAsked()) {
            write();
        }
        String next = dryRun.isAsked() ? "the same command without --dry-run" : next();
        result.print(
                "simulate-1",
                () -> new Told(folder.toString(), !dryRun.isAsked(), history, customers, next),
                () ->
                        "%s%s: a simulated %s; history %,d rows, audience %,d %s, truth in truth.csv"
                                .formatted(
                                        dryRun.isAsked() ? "Nothing was written; would be in " : "",
                                        folder,
                                        what(),
                                        history,
                                        customers,
                                        creators ? "creators" : "customers"));
        console.next(next);
        return Ending.DONE.exitCode();
    }

    private void requireOneKind() {
        long kinds = Stream.of(daily, purchases, creators).filter(asked -> asked).count();
        if (kinds > 1 || confounded && (purchases || creators)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--purchases, --creators, --daily and --confounded make worlds of their own: give one of them; --daily and --confounded go together.");
        }
    }

    private String what() {
        if (daily) {
            return "house of two campaigns";
        }
        return purchases ? "shop with its purchases" : "campaign";
    }

    private void write() {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        if (purchases) {
            new PlantedShop(seed, history, customers).write(name, folder);
        } else if (creators) {
            new PlantedCreators(seed, history, customers).write(name, folder);
        } else if (daily) {
            new PlantedHouse(campaign(), seed, from).write(folder);
        } else {
            PlantedFiles.write(campaign(), name, folder);
        }
    }

    private PlantedCampaign campaign() {
        PlantedWorld world = PlantedWorld.randomised(seed).withRegions();
        return new PlantedCampaign(
                confounded ? world.withConfounding() : world, history, customers);
    }

    private String next() {
        if (purchases) {
            return "./marginal value evaluate " + folder.resolve("purchases.csv");
        }
        if (creators) {
            return "./marginal value fit %s --customer creator --time published --amount sold --out %s"
                    .formatted(folder.resolve("videos.csv"), folder.resolve("value"));
        }
        return daily
                ? "./marginal plan %s %s --date %s"
                        .formatted(folder.resolve("vouchers.yml"), folder.resolve("news.yml"), from)
                : "./marginal plan " + folder.resolve("campaign.yml");
    }
}
