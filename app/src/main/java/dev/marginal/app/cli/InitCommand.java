package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.DraftJson;
import dev.marginal.scenarios.drafting.Draft;
import dev.marginal.scenarios.drafting.Drafter;
import dev.marginal.scenarios.drafting.TableFinder;
import dev.marginal.scenarios.drafting.Tables;
import dev.marginal.scenarios.drafting.Wishes;
import dev.marginal.scenarios.store.local.Durable;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at the table of a past campaign, guesses what its columns mean, says why, and writes a commented",
            "campaign.yml that runs as it stands. At a terminal it asks, each question with the guess as the answer of Enter.",
            "It is read back with its tables before it is written; a file that is there already is left alone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal init history.csv                          the history's own customers are planned for",
            "  marginal init history.csv --audience customers.csv",
            "  marginal init my-folder                            finds out which of the tables there is which",
            "  marginal init history.csv --yes --treatment segment --control 'No E-Mail' --outcome spend --budget 1600",
            "  marginal init history.csv --dry-run                prints the file instead of writing it",
            "",
            "Exit codes: 0 written, 2 usage, 3 a table cannot be used or something cannot be guessed, 6 a file is in the way."
        })
final class InitCommand implements Callable<Integer> {
    private static final String USUAL = "campaign.yml";

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE_OR_FOLDER",
            arity = "0..*",
            converter = StandardInput.OrFile.class,
            description =
                    "Tables (.csv, .csv.gz, .parquet), or a folder of them. Default: this folder.")
    private List<Path> places = List.of(Path.of("."));

    @Option(
            names = "--audience",
            paramLabel = "FILE",
            description =
                    "The customers to plan for. Default: found among the files, else the history's own.")
    private Path audience;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the draft goes. Default: campaign.yml beside the history.")
    private Path out;

    @Mixin private WishOptions known;

    @Option(
            names = {"-y", "--yes", "--no-input"},
            description = "Ask nothing: guesses hold.")
    private boolean askNothing;

    @Option(names = "--force", description = "Write over a file that is there already.")
    private boolean force;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print the file instead of writing it.")
    private boolean dryRun;

    @Mixin private Result result;
    @Mixin private Threads threads;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (places.stream().anyMatch(StandardInput::isMeant)) {
            throw new ParameterException(spec.commandLine(), StandardInput.NO_FILE);
        }
        Path file = file();
        if (!dryRun && !force && Files.exists(file)) {
            return inTheWay(file);
        }
        Draft draft = draft(file);
        if (!dryRun && !write(draft)) {
            return inTheWay(file);
        }
        tell(draft);
        return Ending.DONE.exitCode();
    }

    private Path file() {
        if (out != null) {
            return out;
        }
        Path first = places.get(0);
        if (Files.isDirectory(first)) {
            return first.resolve(USUAL).normalize();
        }
        return first.getParent() == null ? Path.of(USUAL) : first.resolveSibling(USUAL);
    }

    private Draft draft(Path file) {
        try (Steps steps = new Steps(console)) {
            Wishes wishes = known.wishes();
            Tables tables =
                    new TableFinder(wishes, steps).find(places, Optional.ofNullable(audience));
            Drafter drafter =
                    new Drafter(tables, file, new DuckDbReader(), threads.execution(), steps);
            Optional<Dialogue> person =
                    askNothing || result.isJson() || dryRun
                            ? Optional.empty()
                            : Dialogue.ofProcess(console);
            steps.end();
            Wishes all = person.map(asked -> asked.ask(drafter, wishes)).orElse(wishes);
            Draft draft = drafter.draft(all);
            steps.end();
            return draft;
        }
    }

    private void tell(Draft draft) {
        if (dryRun && !result.isJson()) {
            console.printRaw(draft.text().stripTrailing());
            return;
        }
        result.print(
                "init-1", () -> DraftJson.of(draft, !dryRun), () -> new DraftPage(draft).text());
        if (!dryRun) {
            console.note(
                    "%n%s is written: read it, and change what is not so".formatted(draft.file()));
            console.next(
                    "./marginal check %s, then ./marginal plan %s"
                            .formatted(draft.file(), draft.file()));
        }
    }

    /** False where a file is in the way. */
    private boolean write(Draft draft) {
        Path file = draft.file().toAbsolutePath();
        byte[] text = draft.text().getBytes(StandardCharsets.UTF_8);
        try {
            if (force) {
                Path half = file.resolveSibling("." + file.getFileName() + Durable.TEMPORARY);
                Files.write(half, text);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            return Durable.create(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "%s cannot be written: %s".formatted(draft.file(), refused), refused);
        }
    }

    private int inTheWay(Path file) {
        console.complain(
                "%s: is there already; nothing was written. Give another name with --out, or write over it with --force."
                        .formatted(file));
        return Ending.ALREADY_PUBLISHED.exitCode();
    }
}
