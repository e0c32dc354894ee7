package dev.marginal.app.cli;

import picocli.CommandLine.Command;

/** {@code marginal log}: what was sent. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        subcommands = {LogImportCommand.class, LogShowCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "The log of what was sent, which contact caps count and paced budgets are spent by.",
            "docs/file-formats.md tells the columns."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal log import sends.csv --store plans",
            "  marginal log import sends.csv --complete-through 2026-11-20T23:59:59+08:00",
            "  marginal log show --store plans",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class LogCommand {}
