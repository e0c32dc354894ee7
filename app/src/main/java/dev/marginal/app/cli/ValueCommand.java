package dev.marginal.app.cli;

import picocli.CommandLine.Command;

/** {@code marginal value}: who is worth what. */
@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        subcommands = {ValueFitCommand.class, ValueScoreCommand.class, ValueEvaluateCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "What customers will still bring, and where each stands, from a log of purchases.",
            "docs/value.md tells the story and the mathematics."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal value evaluate purchases.csv",
            "  marginal value fit purchases.csv --out values/shop",
            "  marginal value score purchases.csv --model values/shop --out scores.csv",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class ValueCommand {}
