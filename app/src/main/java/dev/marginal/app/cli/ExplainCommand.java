package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.explanation.Explainer;
import dev.marginal.scenarios.explanation.Explanation;
import dev.marginal.scenarios.report.page.PlanFacts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code marginal explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells one customer's story in a plan: scores, value, prices, what was chosen, and why not the rest.",
            "Says for every offer what would have changed that, at the plan's prices."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal explain plans/spring-2026-11-21 c1042",
            "  marginal explain plans/spring-2026-11-21 c1042 --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "PLAN_FOLDER",
            description = "A folder that marginal plan wrote.")
    private Path folder;

    @Parameters(
            index = "1",
            paramLabel = "CUSTOMER",
            description = "The customer's id, as in the audience.")
    private String customer;

    @Mixin private Result result;
    @Mixin private Threads threads;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Explanation story = Explainer.explain(folder, customer, threads.execution());
        result.print("explain-1", () -> ExplainJson.of(story), () -> new ExplainPage(story).text());
        console.next(next());
        return Ending.DONE.exitCode();
    }

    /**
     * Other prices and limits, as the story tells them, are asked about where the plan came from.
     */
    private String next() {
        String open = "open %s in a browser".formatted(folder.resolve(PlanFacts.REPORT));
        return PlannedFrom.of(folder)
                .map(
                        file ->
                                "./marginal what-if %s --model %s --budget +20%%, or %s"
                                        .formatted(file, folder.resolve("model"), open))
                .orElse(open);
    }
}
