package dev.marginal.app.cli;

import dev.marginal.app.job.AgeRule;
import dev.marginal.app.job.Freshness;
import dev.marginal.app.job.Retries;
import dev.marginal.app.job.Span;
import dev.marginal.app.job.Webhook;
import dev.marginal.scenarios.store.PlanKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a nightly job does about inputs and failures. */
final class NightOptions {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-age",
            paramLabel = "INPUT=AGE",
            description = {
                "An input older than this ends the run before anything is planned (exit code 5).",
                "Inputs: history, audience, purchases, customers, suppressed, log. Ages: 90m, 36h, 40d."
            })
    private List<String> maxAges = List.of();

    @Option(
            names = "--warn-age",
            paramLabel = "INPUT=AGE",
            description = "An input older than this is warned of.")
    private List<String> warnAges = List.of();

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            description =
                    "Files changed less long ago than this are watched for as long; one that still grows ends the try."
                            + " Default: 5s.")
    private String settle = "5s";

    @Option(
            names = "--catch-up",
            paramLabel = "DAYS",
            description =
                    "Make up for dates missed since the last published plan, one by one, at most so many."
                            + " Default: 0, with --schedule 7.")
    private Integer catchUp;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "live or backfill. Default: backfill for dates that have passed, which no exporter sends.")
    private String kind;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = {
                "How often to try again where that may help: another process has the plan in hand, a file still grows,",
                "the disk or the store is away. Default: 3."
            })
    private int retries = 3;

    @Option(
            names = "--retry-pause",
            paramLabel = "TIME",
            description =
                    "The first pause, doubled after each try, half of it drawn at random. Default: 30s.")
    private String retryPause = "30s";

    @Option(
            names = "--webhook-file",
            paramLabel = "FILE",
            description = "Holds a URL that is told of failures by POST, never of customers.")
    private Path webhookFile;

    Freshness freshness() {
        return understood(
                () -> {
                    List<AgeRule> rules = new ArrayList<>();
                    maxAges.forEach(age -> rules.add(AgeRule.of(age, true)));
                    warnAges.forEach(age -> rules.add(AgeRule.of(age, false)));
                    return new Freshness(rules, Span.of(settle));
                });
    }

    /** Pauses differ from process to process, not from test to test. */
    Retries retries(long seed) {
        return understood(
                () -> {
                    Duration first = Span.of(retryPause);
                    Duration longest = first.compareTo(LONGEST_PAUSE) > 0 ? first : LONGEST_PAUSE;
                    return new Retries(retries, first, longest, seed);
                });
    }

    Optional<Webhook> webhook() {
        return Optional.ofNullable(webhookFile).map(Webhook::of);
    }

    int catchUp(int usual) {
        if (catchUp != null && catchUp < 0) {
            throw misuse("--catch-up (%d) must be 0 or more.".formatted(catchUp));
        }
        return catchUp == null ? usual : catchUp;
    }

    Optional<PlanKind> kind() {
        if (kind == null) {
            return Optional.empty();
        }
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "live" -> Optional.of(PlanKind.LIVE);
            case "backfill" -> Optional.of(PlanKind.BACKFILL);
            default -> throw misuse("--kind (%s) must be live or backfill.".formatted(kind));
        };
    }

    /** What an option says, or the end of the command with a sentence. */
    <T> T understood(Supplier<T> option) {
        try {
            return option.get();
        } catch (IllegalArgumentException misunderstood) {
            throw misuse(misunderstood.getMessage());
        }
    }

    ParameterException misuse(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
