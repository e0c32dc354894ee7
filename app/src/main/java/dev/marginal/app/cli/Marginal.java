package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command {@code marginal}. */
@Command(
        name = "marginal",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            PlanCommand.class,
            NightlyCommand.class,
            LogCommand.class,
            PlansCommand.class,
            FitCommand.class,
            InspectCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            WhatIfCommand.class,
            FrontierCommand.class,
            ServeCommand.class,
            ExportCommand.class,
            SimulateCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Spends a marketing budget where the next coin earns most.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal plan examples/first-plan/campaign.yml   from files to an audited plan folder",
            "  marginal inspect examples/first-plan/campaign.yml what the model's uplift rests on, and for whom it is measured",
            "  marginal audit plans/first-plan-2026-11-21       re-derive all that a plan promises",
            "  marginal explain plans/spring-2026-11-21 c1042    one customer's story, and what would have changed it",
            "  marginal nightly campaign.yml                    tonight's plan, for cron; or with --schedule every night's",
            "  marginal log import sends.csv                    what was sent, which contact caps count",
            "  marginal export plans/spring-2026-11-21 --to csv  hand the sends to whoever delivers them",
            "  marginal simulate my-world --customers 50000     a campaign whose truth is known",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule, 5 stale input,",
            "6 another plan stands there or is being made, 7 audit failed."
        })
public final class Marginal {
    private static final int USAGE_WIDTH = 110;

    private Marginal() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        Debris.ofThisMachine().sweep();
        Console console = Console.ofProcess();
        int exitCode = run(arguments, console);
        console.results().flush();
        System.exit(exitCode);
    }

    /** Runs one command; returns its exit code. */
    public static int run(String[] arguments, Console console) {
        return run(arguments, console, Clock.systemUTC());
    }

    /** Runs one command at the time that a clock tells; returns its exit code. */
    public static int run(String[] arguments, Console console, Clock clock) {
        CommandLine line =
                new CommandLine(new Marginal(), new CommandFactory(console, clock))
                        .setUsageHelpWidth(USAGE_WIDTH)
                        .setOut(new PrintWriter(console.results(), true))
                        .setErr(new PrintWriter(console.messages(), true))
                        .registerConverter(LocalDate.class, Marginal::date)
                        .setParameterExceptionHandler((problem, words) -> misuse(problem, console))
                        .setExecutionExceptionHandler(
                                (problem, command, parsed) -> end(problem, console));
        return arguments.length == 0 ? usage(line) : line.execute(arguments);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException misread) {
            throw new TypeConversionException(
                    "'%s' is not a date, such as 2026-11-21".formatted(text));
        }
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return Ending.USAGE.exitCode();
    }

    private static int misuse(ParameterException problem, Console console) {
        console.say(problem.getMessage().lines().findFirst().orElse("This cannot be understood."));
        console.say(
                "Try: %s --help"
                        .formatted(problem.getCommandLine().getCommandSpec().qualifiedName()));
        return Ending.USAGE.exitCode();
    }

    private static int end(Exception problem, Console console) {
        Optional<Ending> ending = Ending.of(problem);
        console.say(
                ending.isPresent()
                        ? problem.getMessage()
                        : "This should not have happened: " + problem);
        if (ending.isEmpty()) {
            problem.printStackTrace(console.messages());
        }
        return ending.orElse(Ending.FAILED).exitCode();
    }
}
