package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.Told;
import dev.marginal.app.answers.WhatIfJson;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader.Scenarios;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal what-if}. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Plans a campaign as it is and with something changed, and says what the change does.",
            "Nothing is published. The changes are options, or stand in a file of scenarios."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal what-if campaign.yml --model models/spring --budget +20%%",
            "  marginal what-if campaign.yml --model models/spring --without sms --roi 2",
            "  marginal what-if campaign.yml scenarios.yml --model models/spring --json",
            "  my-scenarios | marginal what-if campaign.yml - --model models/spring",
            "  marginal what-if vouchers.yml --with news.yml --store plans --date 2026-11-17 --cap weekly=3",
            "  marginal what-if campaign.yml --model models/spring --given plans/spring-2026-11-20    judges a plan",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 no plan keeps every rule."
        })
final class WhatIfCommand implements Callable<Integer> {
    /** Of the scenario whose changes are options. */
    static final String NAME = "what if";

    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CAMPAIGN_FILE", description = "The campaign.yml.")
    private Path campaignFile;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SCENARIOS",
            converter = StandardInput.OrFile.class,
            description =
                    "A file of scenarios, or - for the standard input; docs/what-if.md tells its keys.")
    private Path scenarioFile;

    @ArgGroup(exclusive = false, heading = "%nChanges:%n")
    private ChangeOptions changes;

    @Option(
            names = "--sensitivity",
            description =
                    "Also plan with every limit 5 %% tighter and looser, of each plan that is made.")
    private boolean sensitivity;

    @Mixin private Result result;
    @Mixin private DeskOptions desks;

    WhatIfCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (Steps steps = new Steps(console)) {
            Scenarios asked = asked(CampaignFileReader.read(campaignFile));
            desks.at(asked.campaign(), clock, steps, desk -> answer(desk, asked, steps));
        }
        return Ending.DONE.exitCode();
    }

    private void answer(PlanningDesk desk, Scenarios asked, Steps steps) {
        Told everyday = told(desk, Scenario.EVERYDAY, steps);
        List<Told> answers =
                asked.all().stream().map(scenario -> told(desk, scenario, steps)).toList();
        steps.end();
        CampaignFile file = desk.valued().file();
        result.print(
                "what-if-1",
                () -> WhatIfJson.of(everyday, answers),
                () -> new WhatIfPage(file, desks.day(file, clock), everyday, answers).text());
        console.next(next(file, answers.isEmpty()));
    }

    private String next(CampaignFile file, boolean asItIs) {
        if (!desks.haveModels()) {
            return "./marginal fit %s, then ask with --model models/%s: nothing is learnt anew for each question"
                    .formatted(campaignFile, file.campaign());
        }
        return asItIs
                ? "./marginal frontier %s%s".formatted(campaignFile, desks.words())
                : "to have a scenario, write its changes into %s, then ./marginal check %s"
                        .formatted(campaignFile, campaignFile);
    }

    private Scenarios asked(CampaignFile campaign) {
        if (scenarioFile != null && changes != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Changes stand in options or in a file of scenarios, not in both.");
        }
        if (scenarioFile == null && changes == null) {
            if (!sensitivity) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Say what to change, such as --budget +20%, give a file of scenarios, or ask for --sensitivity.");
            }
            return ScenarioReader.none(campaign);
        }
        if (scenarioFile == null) {
            return changes.scenarios(campaign);
        }
        return StandardInput.isMeant(scenarioFile)
                ? ScenarioReader.readAll(
                        console.input().text(), StandardInput.NAME, Path.of(""), campaign)
                : ScenarioReader.read(scenarioFile, campaign);
    }

    private Told told(PlanningDesk desk, Scenario scenario, Steps steps) {
        steps.begins(
                scenario.changes().isEmpty()
                        ? "Planning the campaign as it is"
                        : "Planning: " + scenario.words());
        return Told.of(
                desk.answer(scenario),
                Scenario.EVERYDAY,
                desk,
                sensitivity,
                scenario.changes().size() > 1);
    }
}
