package dev.marginal.spark.cli;

import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.spark.planning.PlanRequest;
import dev.marginal.spark.planning.PublishedPlan;
import dev.marginal.spark.planning.SparkPlanning;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Interval;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marginal-spark plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Scores, values, allocates, audits, and publishes a plan folder on a Hadoop file system.",
            "Campaign file, history and contacts are read on the driver's machine; without --model the model",
            "is fitted there, by the learner of ./marginal. The audience is read by the executors."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal-spark plan campaign.yml --model models/spring --audience hdfs:///audience --store hdfs:///plans",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule, 5 the log is too old,",
            "6 a plan stands there, 7 audit failed."
        })
final class PlanCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "CAMPAIGN_FILE", description = "On the driver's machine.")
    private Path campaignFile;

    @Option(
            names = "--audience",
            paramLabel = "ADDRESS",
            description =
                    "Folder or pattern of Parquet files on any Hadoop file system. Default: what the campaign file names, on the driver's machine.")
    private String audience;

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "A model that ./marginal fit wrote. Default: fit one on the driver.")
    private Path model;

    @Option(
            names = "--store",
            paramLabel = "ADDRESS",
            description = "Where plans are published, beside .log. Default: plans.",
            defaultValue = "plans")
    private String store;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The plan's date; default: today in the campaign's time zone.")
    private LocalDate date;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "At most so many parts of consecutive files. Default: twice the cluster's cores.")
    private Integer partitions;

    @Option(
            names = "--supersede",
            description =
                    "Put a new plan in the place of one that is published for the day, and say what changes.")
    private boolean supersede;

    @Option(
            names = "--assume-planned-sent",
            description =
                    "Plan although the log of sends does not reach yesterday's plans: take their sends for sent.")
    private boolean assumePlannedSent;

    PlanCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        LocalDate day =
                date == null
                        ? LocalDate.now(
                                clock.withZone(CampaignFileReader.read(campaignFile).timeZone()))
                        : date;
        try (SparkSession session = Sessions.open("marginal plan " + day)) {
            PlanRequest request =
                    new PlanRequest(
                            campaignFile,
                            Optional.ofNullable(audience),
                            Optional.ofNullable(model),
                            store,
                            day,
                            partitions == null
                                    ? 2 * session.sparkContext().defaultParallelism()
                                    : partitions,
                            supersede,
                            assumePlannedSent);
            PublishedPlan plan =
                    new SparkPlanning(session, Execution.allCores(), console).plan(request);
            console.print(page(plan));
            return 0;
        }
    }

    private static String page(PublishedPlan plan) {
        String forecast =
                plan.forecast()
                        .incrementalGmv()
                        .map(PlanCommand::interval)
                        .orElse("not measured by held-out customers");
        return String.format(
                Locale.ROOT,
                """
                %s
                  customers  %,d in %,d parts
                  sends      %,d
                  value      %.2f of at most %.2f (gap %.2g)
                  spend      %.2f
                  forecast   %s
                  passes     %,d, of %,d bytes to the driver at most; %,d rows gathered
                  audit      all %d claims hold%s""",
                plan.folder(),
                plan.customers(),
                plan.spread().parts(),
                plan.sends(),
                plan.figures().value(),
                plan.figures().bound(),
                plan.figures().gap(),
                plan.figures().spend(),
                forecast,
                plan.spread().passes(),
                plan.spread().passBytes(),
                plan.spread().rows(),
                plan.audit().claims().size(),
                plan.difference().map(PlanCommand::instead).orElse(""));
    }

    private static String instead(PlanDifference difference) {
        return String.format(
                Locale.ROOT,
                "%n  instead    %,d sends added, %,d dropped, %,d kept; value %+.2f, spend %+.2f",
                difference.added(),
                difference.dropped(),
                difference.kept(),
                difference.value(),
                difference.spend());
    }

    private static String interval(Interval gmv) {
        return String.format(
                Locale.ROOT,
                "%.2f, 95 %% between %.2f and %.2f",
                gmv.estimate(),
                gmv.low(),
                gmv.high());
    }
}
