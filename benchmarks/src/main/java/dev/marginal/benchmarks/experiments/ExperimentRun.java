package dev.marginal.benchmarks.experiments;

import dev.marginal.benchmarks.contenders.Contenders;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.processes.Laboratory;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures every learner on public experiments. */
public final class ExperimentRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Stream.concat(
                            Laboratory.OPTIONS.stream(),
                            Stream.of("learners", "outcomes", "splits", "data", "threads"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final List<String> JAVA = List.of("-Xmx2g", "-XX:+UseParallelGC");
    private static final String SPLITS = "101,102,103,104,105,106,107,108,109,110";

    private final Options options;
    private final ResultFile result;
    private final Laboratory laboratory;
    private final Consumer<String> progress;
    private final Path data;
    private final String splits;
    private final String learners;

    /**
     * A run to come.
     *
     * @param options {@code learners}; {@code outcomes} of Hillstrom; {@code splits}, a seed each;
     *     {@code data}, the folder with the public data; {@code threads}; {@code keep} and {@code
     *     minutes} as in {@link Laboratory}
     * @param data where the public data is if the options do not say
     * @param progress is told what is being measured
     */
    public ExperimentRun(Options options, Path data, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.result = result;
        this.progress = progress;
        this.laboratory = Laboratory.of(options, JAVA, progress);
        this.data = Path.of(options.text("data", data.toString())).toAbsolutePath();
        this.splits = options.text("splits", SPLITS);
        this.learners = options.text("learners", Contenders.learners());
    }

    /** Hillstrom's test, both e-mails, three outcomes. */
    public void hillstrom() {
        if (isAbsent(PublicData.HILLSTROM)) {
            return;
        }
        settings();
        List<Finding> findings = new ArrayList<>();
        for (String outcome : options.words("outcomes", "visit,conversion,spend")) {
            findings.add(measure(outcome, HillstromCase.class));
            result.write(HillstromTable.of(findings, names()));
        }
    }

    /** The Starbucks exercise. */
    public void starbucks() {
        if (isAbsent(PublicData.STARBUCKS)) {
            return;
        }
        settings();
        result.write(StarbucksTable.of(measure("purchase", StarbucksCase.class), names()));
    }

    private Finding measure(String outcome, Class<?> main) {
        int threads = options.integer("threads", Runtime.getRuntime().availableProcessors());
        List<String> arguments =
                List.of(
                        "--data", data.toString(),
                        "--outcome", outcome,
                        "--learners", learners,
                        "--splits", splits,
                        "--threads", threads + "");
        return laboratory.measure(outcome, main, arguments);
    }

    private List<String> names() {
        return Contenders.ordered(learners.split(",")).stream()
                .filter(name -> !name.equals(Contenders.ZERO))
                .toList();
    }

    private boolean isAbsent(String file) {
        boolean absent = !Files.exists(data.resolve(file));
        if (absent) {
            progress.accept("Skipped: %s is not there.".formatted(data.resolve(file)));
            result.write("Skipped: the data was not there.\n");
        }
        return absent;
    }

    private void settings() {
        result.setting("Splits", splits + ", half to learn from and half to judge by");
        result.setting("The default learner", Contenders.DEFAULT);
    }
}
