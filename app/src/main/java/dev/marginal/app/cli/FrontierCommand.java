package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.BudgetPoint;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader.Scenarios;
import dev.marginal.scenarios.whatif.Frontier;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.scenarios.whatif.walks.FrontierWalk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal frontier}. */
@Command(
        name = "frontier",
        mixinStandardHelpOptions = true,
        description = {
            "Says what every budget earns: value, marginal ROI, the measured forecast with its interval,",
            "where the plateau begins, and the budget at which one more unit earns just itself."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal frontier campaign.yml --model models/spring",
            "  marginal frontier campaign.yml --model models/spring --reach 50000",
            "  marginal frontier campaign.yml --model models/spring --without sms",
            "  marginal frontier campaign.yml --model models/spring --points 40 --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule."
        })
final class FrontierCommand implements Callable<Integer> {
    private static final int MOST_POINTS = 200;

    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CAMPAIGN_FILE", description = "The campaign.yml.")
    private Path campaignFile;

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many budgets, from 2 to 200; default: ${DEFAULT-VALUE}.")
    private int points;

    @Option(
            names = "--reach",
            paramLabel = "AMOUNT",
            description =
                    "Also find the cheapest budget whose plan is worth so much, as the model sees it: GMV, or profit where that is the objective.")
    private Double reach;

    @ArgGroup(exclusive = false, heading = "%nOn top of these changes:%n")
    private ChangeOptions changes;

    @Mixin private Result result;
    @Mixin private DeskOptions desks;

    FrontierCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (points < 2 || points > MOST_POINTS) {
            throw new ParameterException(
                    spec.commandLine(), "--points must be from 2 to %d.".formatted(MOST_POINTS));
        }
        if (changes != null && !changes.leavesTheBudgetOpen()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--budget and --given have no effect here: frontier plans at every budget.");
        }
        try (Steps steps = new Steps(console)) {
            Scenarios asked = asked(CampaignFileReader.read(campaignFile));
            desks.at(asked.campaign(), clock, steps, desk -> walk(desk, asked, steps));
        }
        return Ending.DONE.exitCode();
    }

    private Scenarios asked(CampaignFile campaign) {
        return changes == null ? ScenarioReader.none(campaign) : changes.scenarios(campaign);
    }

    private void walk(PlanningDesk desk, Scenarios asked, Steps steps) {
        FrontierWalk walk =
                new FrontierWalk(
                        desk,
                        asked.all().stream()
                                .flatMap(scenario -> scenario.changes().stream())
                                .toList());
        steps.begins("Planning at %d budgets".formatted(points));
        Frontier frontier = walk.frontier(points);
        Optional<BudgetPoint> reached = Optional.ofNullable(reach).flatMap(walk::reaching);
        steps.end();
        FrontierPage page =
                new FrontierPage(
                        walk.file(),
                        desks.day(asked.campaign(), clock),
                        asked.all().stream().map(Scenario::words).findFirst(),
                        frontier,
                        reached);
        result.print("frontier-1", page::json, page::text);
        console.next(next(frontier));
    }

    /** Asks on at the budget up to which money comes back. */
    private String next(Frontier frontier) {
        return String.format(
                Locale.ROOT,
                "./marginal what-if %s%s --budget %.2f%s",
                campaignFile,
                desks.words(),
                frontier.breakEven().orElse(frontier.plateau()),
                changes == null ? "" : ", with the same changes");
    }
}
