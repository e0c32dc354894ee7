package dev.marginal.spark.cli;

import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of planning on Spark, and the main class for {@code spark-submit}. */
@Command(
        name = "marginal-spark",
        mixinStandardHelpOptions = true,
        versionProvider = MarginalSpark.Version.class,
        description = {
            "The same plan as ./marginal, over partitions of an audience that one machine cannot hold.",
            "See docs/spark.md."
        })
public final class MarginalSpark implements Runnable {
    @Spec private CommandSpec spec;

    private MarginalSpark() {}

    /**
     * Runs a command, and writes numbers as everywhere, whatever the machine's language; in a
     * cluster's driver nothing but its exit code ends the program.
     */
    public static void main(String[] words) {
        Locale.setDefault(Locale.ROOT);
        int code = execute(words);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs a command and tells its exit code. */
    static int execute(String... words) {
        Console console = new Console(System.out, System.err);
        return new CommandLine(new MarginalSpark())
                .addSubcommand(new PlanCommand(console, Clock.systemUTC()))
                .addSubcommand(new AuditCommand(console))
                .setExecutionExceptionHandler(
                        (problem, command, parsed) -> Failure.tell(problem, console))
                .execute(words);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: plan or audit.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MarginalSpark.class.getPackage().getImplementationVersion();
            return new String[] {"marginal-spark " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
