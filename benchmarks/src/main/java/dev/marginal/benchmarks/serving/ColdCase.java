package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.benchmarks.peers.PeerCase;
import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Plans the campaigns that questions come to with an allocator that knows nothing of other plans,
 * in this JVM, and has one of OR-Tools' solvers solve the first of them.
 */
public final class ColdCase {
    /** Those that solvers of linear models can be told of. */
    static final List<Kind> KINDS =
            List.of(
                    Kind.BUDGET_SET,
                    Kind.BUDGET_TIMES,
                    Kind.WITHOUT,
                    Kind.LIMIT_SET,
                    Kind.LIMIT_DROPPED,
                    Kind.SEGMENT);

    private final Path folder;
    private final Execution execution = Execution.allCores();

    private ColdCase(Path folder) {
        this.folder = folder;
    }

    /** Measures and ends the process, whatever native threads still do. */
    public static void main(String[] arguments) throws IOException {
        Options options =
                Options.of(arguments, Set.of("folder", "questions", "peer", "limit", "facts"));
        Facts facts = options.facts();
        ColdCase one = new ColdCase(Path.of(options.text("folder", "")));
        List<String> scenarios = Files.readAllLines(Path.of(options.text("questions", "")));
        List<AllocationProblem> problems = one.problems(scenarios, facts);
        PeerCase.solve(
                problems.get(0), options.text("peer", ""), options.integer("limit", 120), facts);
        Runtime.getRuntime().halt(0);
    }

    /** A file of the questions' scenarios, one a line. */
    static Path written(List<Question> questions) {
        try {
            Path file = Files.createTempFile("questions", ".txt");
            return Files.write(
                    file,
                    questions.stream()
                            .map(one -> Asking.json(one.body()).get("scenario").toString())
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<AllocationProblem> problems(List<String> scenarios, Facts facts) {
        CampaignFile file = CampaignFileReader.read(folder.resolve("campaign.yml"));
        PlanningJob job = new PlanningJob(new DuckDbReader(), execution, Progress.SILENT);
        Valued valued = job.value(file, new ModelFolder(folder.resolve("models")).read(execution));
        PlanningDesk desk = new PlanningDesk(valued, new DuckDbReader(), execution);
        List<AllocationProblem> problems = new ArrayList<>();
        for (String scenario : scenarios) {
            ScenarioReader.Scenarios read =
                    ScenarioReader.read(scenario, "scenario", Path.of(""), file);
            Answer answer = desk.knowing(read.words()).answer(read.all().get(0));
            problems.add(
                    new AllocationProblem(
                            answer.plan().offers(),
                            answer.brief().file().budget(),
                            answer.rules()));
        }
        plan(problems.get(0), file.search());
        for (AllocationProblem problem : problems) {
            long start = System.nanoTime();
            SendPlan plan = plan(problem, file.search());
            facts.add("cold", (System.nanoTime() - start) / 1e9);
            facts.add("cold value", plan.value());
        }
        return problems;
    }

    private SendPlan plan(AllocationProblem problem, AllocatorSettings search) {
        return Allocators.standard(search, execution)
                .allocate(problem.book(), problem.budget(), problem.rules());
    }
}
