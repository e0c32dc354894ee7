package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.audit.PlanComparison;
import dev.marginal.scenarios.audit.PlanDifference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marginal diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what one published plan has more than another: totals, sends by channel, offer and segment, who moves and",
            "why, limits that began or ceased to bind, and inputs that differ. Reads the plan folders alone, and the",
            "audience where it is still there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal diff plans/spring-2026-11-20 plans/spring-2026-11-21",
            "  marginal diff plans/spring-2026-11-20 plans/spring-2026-11-21 --json",
            "  marginal diff old new --detailed-exitcode || echo \"look before you send\"",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input. With --detailed-exitcode: 0 no change, 2 changes,",
            "1 failed or usage, 3 bad input."
        })
final class DiffCommand implements Callable<Integer> {
    static final String DETAILED = "--detailed-exitcode";
    static final int CHANGES = 2;

    @Parameters(index = "0", paramLabel = "PLAN_A", description = "The plan to compare with.")
    private Path before;

    @Parameters(index = "1", paramLabel = "PLAN_B", description = "The plan to compare.")
    private Path now;

    @Option(
            names = DETAILED,
            description = "End with 0 where nothing differs and with 2 where something does.")
    private boolean detailed;

    private final Console console;

    @Mixin private Result result;
    @Mixin private Threads threads;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PlanDifference difference = PlanComparison.between(before, now, threads.execution());
        result.print("diff-1", () -> difference, () -> new DiffPage(difference).text());
        console.next(
                difference.moves().isEmpty()
                        ? "./marginal audit " + now
                        : "./marginal explain %s CUSTOMER, for one of those who move"
                                .formatted(now));
        return detailed && !difference.isNone() ? CHANGES : Ending.DONE.exitCode();
    }
}
