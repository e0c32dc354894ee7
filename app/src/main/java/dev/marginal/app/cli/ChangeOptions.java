package dev.marginal.app.cli;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The changes of one scenario as options: each is the key of the same name in a scenario file. */
final class ChangeOptions {
    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "3000, +20%%, -500, unlimited.")
    private String budget;

    @Option(
            names = "--without",
            paramLabel = "OFFER|CHANNEL",
            description = "Send nobody this offer, or anything by this channel. May be repeated.")
    private List<String> without;

    @Option(
            names = "--cost-per-order",
            paramLabel = "OFFER|CHANNEL=AMOUNT",
            description = "Add to what an order costs, such as coupon=2. May be repeated.")
    private Map<String, String> costPerOrder;

    @Option(
            names = "--cost-per-send",
            paramLabel = "OFFER|CHANNEL=AMOUNT",
            description = "Add to what a send costs, such as sms=0.01. May be repeated.")
    private Map<String, String> costPerSend;

    @Option(names = "--objective", paramLabel = "gmv|profit|value", description = "What to add up.")
    private String objective;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "The share of GMV that profit counts.")
    private String margin;

    @Option(
            names = "--roi",
            paramLabel = "RATIO",
            description = "The value per unit of spend that must be reached.")
    private String roi;

    @Option(
            names = "--limit",
            paramLabel = "LIMIT=AMOUNT",
            description =
                    "Another ceiling for a limit, by the name that plans call it, such as \"channel push, sends=5000\". May be repeated.")
    private Map<String, String> limits;

    @Option(
            names = "--drop",
            paramLabel = "LIMIT",
            description =
                    "Lift a limit, by the name that plans call it, or a contact cap. May be repeated.")
    private List<String> drop;

    @Option(
            names = "--cap",
            paramLabel = "CAP=MESSAGES",
            description =
                    "Let a contact cap through so many messages, such as weekly=3; --drop lifts it. May be repeated.")
    private Map<String, String> caps;

    @Option(
            names = "--only",
            paramLabel = "CONDITION",
            description = "Send to these customers only, such as \"loyalty > 0\".")
    private String only;

    @Option(
            names = "--exclude",
            paramLabel = "CONDITION",
            description = "Send nothing to these customers.")
    private String exclude;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "Hold out a share of the customers.")
    private String holdout;

    @Option(
            names = "--beside",
            paramLabel = "PLAN_FOLDER",
            description = "Customers of this plan keep what they get; plan only the others.")
    private Path beside;

    @Option(
            names = "--near",
            paramLabel = "PLAN_FOLDER=SHARE",
            description = "Depart from this plan in at most this share of its sends.")
    private Map<Path, String> near;

    @Option(
            names = "--haircut",
            paramLabel = "ERRORS",
            description =
                    "Take uplift to be so many standard errors lower than the model says, such as 1.")
    private String haircut;

    @Option(
            names = "--given",
            paramLabel = "PLAN_FOLDER|CSV",
            description =
                    "Judge this plan instead of making one: a folder, or a file with the columns customer and offer.")
    private Path given;

    /** Whether a plan at another budget would be another one. */
    boolean leavesTheBudgetOpen() {
        return budget == null && given == null;
    }

    /** The scenario of these changes. */
    Scenarios scenarios(CampaignFile campaign) {
        return ScenarioReader.read(
                yaml(), WhatIfCommand.NAME, Path.of("").toAbsolutePath(), campaign);
    }

    /** The same as the text of a scenario. */
    private String yaml() {
        Map<String, String> rules = roi == null ? null : Map.of("minimum_roi", roi);
        return new ScenarioText()
                .put("budget", budget)
                .put("objective", objective)
                .put("margin", margin)
                .put("only", only)
                .put("exclude", exclude)
                .put("holdout", holdout)
                .put("beside", beside)
                .put("haircut", haircut)
                .put("given", given)
                .list("without", without)
                .list("drop", drop)
                .each("costs", "of", "per_order", costPerOrder)
                .each("costs", "of", "per_send", costPerSend)
                .each("limits", "limit", "at_most", limits)
                .each("contacts", "cap", "at_most", caps)
                .each("rules", "rule", "at_least", rules)
                .one("near", "plan", "at_most", near)
                .toString();
    }
}
