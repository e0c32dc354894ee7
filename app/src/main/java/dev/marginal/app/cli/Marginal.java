package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code marginal}.
 *
 * <p>What Picocli calls back are classes rather than lambdas: Java keeps no lambda of Picocli's
 * interfaces in its archive of classes, nor then these interfaces, which {@code --help} would load
 * one by one.
 */
@Command(
        name = "marginal",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Spends a marketing budget where the next coin earns most.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal init history.csv                        a campaign file drafted from your own table",
            "  marginal check examples/first-plan/campaign.yml  what is wrong, what is doubtful, what can be seen",
            "  marginal plan examples/first-plan/campaign.yml   from files to an audited plan folder",
            "  marginal inspect examples/first-plan/campaign.yml  what the model's uplift rests on, and for whom it is measured",
            "  marginal audit plans/first-plan-2026-11-21       re-derive all that a plan promises",
            "  marginal explain plans/spring-2026-11-21 c1042    one customer's story, and what would have changed it",
            "  marginal report plans/first-plan-2026-11-21       its report anew, and its charts as pictures",
            "  marginal nightly campaign.yml                    tonight's plan, for cron; or with --schedule every night's",
            "  marginal log import sends.csv                    what was sent, which contact caps count",
            "  marginal export plans/spring-2026-11-21 --to csv  hand the sends to whoever delivers them",
            "  marginal value evaluate purchases.csv             what customers will still bring, judged by a later time",
            "  marginal simulate my-world --customers 50000     a campaign whose truth is known",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule, 5 stale input,",
            "6 another plan stands there or is being made, 7 audit failed, 130 interrupted. docs/command-line.md tells more."
        })
public final class Marginal {
    /** Every command, in the order in which help tells them. */
    static final List<Class<?>> COMMANDS =
            List.of(
                    InitCommand.class,
                    CheckCommand.class,
                    PlanCommand.class,
                    NightlyCommand.class,
                    LogCommand.class,
                    PlansCommand.class,
                    FitCommand.class,
                    EvaluateCommand.class,
                    InspectCommand.class,
                    AuditCommand.class,
                    DiffCommand.class,
                    ExplainCommand.class,
                    WhatIfCommand.class,
                    FrontierCommand.class,
                    ReportCommand.class,
                    ServeCommand.class,
                    ExportCommand.class,
                    ValueCommand.class,
                    SimulateCommand.class,
                    DoctorCommand.class,
                    CompletionCommand.class);

    private static final int USAGE_WIDTH = 110;

    /** Who asks for these waits for nothing that could be interrupted. */
    private static final Set<String> ONLY_TOLD = Set.of("--help", "-h", "--version", "-V");

    private final Console console;

    private Marginal(Console console) {
        this.console = console;
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Tell results and problems alone: no progress, no advice.")
    private void quiet(boolean asked) {
        if (asked) {
            console.hush();
        }
    }

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description =
                    "No colour on a terminal; the variable NO_COLOR and TERM=dumb say the same.")
    private void noColour(boolean asked) {
        if (asked) {
            console.plain();
        }
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        Console console = Console.ofProcess();
        if (Collections.disjoint(ONLY_TOLD, List.of(arguments))) {
            Interruption.heed(console);
        }
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
        List<String> words = List.of(arguments);
        CommandLine line = line(console, clock, words);
        if (words.contains("--no-color")) {
            console.plain();
        }
        return words.isEmpty() ? usage(line) : line.execute(arguments);
    }

    /** The command line with every command, as it is documented. */
    static CommandLine whole(Console console) {
        return line(
                console,
                Clock.systemUTC(),
                COMMANDS.stream().map(type -> type.getAnnotation(Command.class).name()).toList());
    }

    /** Reading the options of a command takes time: those of commands nobody names stay unread. */
    private static CommandLine line(Console console, Clock clock, List<String> words) {
        CommandFactory factory = new CommandFactory(console, clock);
        CommandLine line = new CommandLine(new Marginal(console), factory);
        boolean inFile = words.stream().anyMatch(word -> word.startsWith("@"));
        for (Class<?> type : COMMANDS) {
            Command command = type.getAnnotation(Command.class);
            if (inFile || words.contains(command.name())) {
                line.addSubcommand(new CommandLine(type, factory));
            } else {
                line.addSubcommand(command.name(), named(command));
            }
        }
        return line.setUsageHelpWidth(USAGE_WIDTH)
                .setOut(new PrintWriter(console.results(), true))
                .setErr(new PrintWriter(console.messages(), true))
                .registerConverter(LocalDate.class, new DateText())
                .registerConverter(Path.class, new StandardInput.NoFile())
                .setExecutionStrategy(new Execution())
                .setParameterExceptionHandler(new Failures(console))
                .setExecutionExceptionHandler(new Failures(console));
    }

    private static CommandSpec named(Command command) {
        CommandSpec named = CommandSpec.create().name(command.name());
        named.usageMessage().description(command.description());
        return named;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return Ending.USAGE.exitCode();
    }
}
