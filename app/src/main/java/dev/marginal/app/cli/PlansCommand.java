package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marginal plans}. */
@Command(
        name = "plans",
        mixinStandardHelpOptions = true,
        description = "Tells every attempt at a plan that a store remembers.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal plans --from 2026-11-01 --to 2026-11-30 --store plans",
            "  marginal plans --store plans --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class PlansCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description = "First date. Default: 30 days before the last.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "YYYY-MM-DD",
            description = "Last date. Default: tomorrow.")
    private LocalDate to;

    @Option(
            names = "--fetch",
            description = {
                "Copy the published plans to this machine first, where the store is on a server; a line ends with the",
                "folder of a plan that is here."
            })
    private boolean fetch;

    @Mixin private Result result;
    @Mixin private StoreOption store;

    /** As JSON. */
    record Told(List<Plan> plans) {}

    /** One attempt; the folder is null where it is not here. */
    record Plan(
            String date, String campaign, long attempt, String kind, String state, String folder) {}

    PlansCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        LocalDate last = to == null ? LocalDate.now(clock).plusDays(1) : to;
        LocalDate first = from == null ? last.minusDays(30) : from;
        try (PlanStore open = store.open(clock)) {
            List<PlanRecord> plans = open.plans(first, last);
            List<Plan> told = plans.stream().map(plan -> told(plan, open)).toList();
            result.print(
                    "plans-1",
                    () -> new Told(told),
                    () ->
                            plans.isEmpty()
                                    ? "No plans from %s to %s.".formatted(first, last)
                                    : told.stream()
                                            .map(PlansCommand::line)
                                            .collect(Collectors.joining("\n")));
            told.stream()
                    .filter(plan -> plan.folder() != null)
                    .reduce((one, later) -> later)
                    .ifPresent(plan -> console.next("./marginal audit " + plan.folder()));
        }
        return Ending.DONE.exitCode();
    }

    private static String line(Plan plan) {
        return "%s  %-24s attempt %d  %-8s  %-10s  %s"
                .formatted(
                        plan.date(),
                        plan.campaign(),
                        plan.attempt(),
                        plan.kind(),
                        plan.state(),
                        plan.folder() == null ? "" : plan.folder())
                .stripTrailing();
    }

    private Plan told(PlanRecord plan, PlanStore store) {
        return new Plan(
                plan.key().date().toString(),
                plan.key().campaign(),
                plan.number(),
                plan.kind().name().toLowerCase(Locale.ROOT),
                plan.state().name().toLowerCase(Locale.ROOT),
                plan.state() == PlanState.PUBLISHED ? folder(plan, store) : null);
    }

    private String folder(PlanRecord plan, PlanStore store) {
        return fetch
                ? store.folder(plan).toString()
                : store.here(plan).map(Path::toString).orElse(null);
    }
}
