package dev.marginal.benchmarks.contacts;

import dev.marginal.benchmarks.processes.Facts;
import dev.marginal.benchmarks.processes.Finding;
import dev.marginal.benchmarks.processes.Laboratory;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.reports.ResultFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures what it costs to ask a long log what it leaves of contact caps. */
public final class ContactsRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Stream.concat(
                            Laboratory.OPTIONS.stream(),
                            Stream.of("customers", "sends", "seed", "repeats", "threads", "log"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final List<String> JAVA = List.of("-Xmx4g", "-XX:+UseParallelGC");
    private static final String ALL = "rolling,day,week,month,gap,lifetime";
    private static final List<String> CASES = List.of("rolling", "day", "gap", "lifetime", ALL);
    private static final double MEBIBYTE = 1 << 20;

    private final Options options;
    private final ResultFile result;
    private final Laboratory laboratory;

    /**
     * A run to come.
     *
     * @param options {@code customers}; {@code sends} in all; {@code seed}; {@code repeats}; {@code
     *     threads}; {@code log}, a folder with room for two gigabytes; {@code keep} and {@code
     *     minutes} as in {@link Laboratory}
     * @param progress is told what is being measured
     */
    public ContactsRun(Options options, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.result = result;
        this.laboratory = Laboratory.of(options, JAVA, progress);
    }

    /** Measures every set of caps. */
    public void run() {
        result.setting("Seed", options.integer("seed", 101));
        result.setting("JVM options", String.join(" ", JAVA));
        List<Finding> findings = new ArrayList<>();
        for (String caps : CASES) {
            findings.add(laboratory.measure(name(caps), ContactsCase.class, arguments(caps)));
            result.write(text(findings));
        }
        List<String> onDisk = new ArrayList<>(arguments(ALL));
        onDisk.addAll(List.of("--log", options.text("log", System.getProperty("java.io.tmpdir"))));
        Finding log = laboratory.measure("all of them", ContactsCase.class, onDisk);
        result.write(text(findings) + LogTable.of(log));
    }

    private static String name(String caps) {
        return Stream.of(caps.split(","))
                .map(cap -> "`" + ContactsCase.CAPS.get(cap) + "`")
                .collect(Collectors.joining("<br>"));
    }

    private List<String> arguments(String caps) {
        return List.of(
                "--caps", caps,
                "--customers", options.text("customers", "10000000"),
                "--sends", options.text("sends", "30000000"),
                "--seed", options.text("seed", "101"),
                "--repeats", options.text("repeats", "5"),
                "--threads",
                        options.text("threads", Runtime.getRuntime().availableProcessors() + ""));
    }

    private static String text(List<Finding> findings) {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "caps",
                        "past sends",
                        "first, seconds",
                        "median, seconds",
                        "work, seconds",
                        "blocked",
                        "log in memory, MiB",
                        "at most, MiB",
                        "repeats");
        findings.forEach(finding -> row(table, finding));
        return """
                A log of five weeks, and of reservations for three days, lies in memory; a day of six messages is planned:
                e-mail at 9, push at 18, SMS at 14 after quiet hours, on customers' clocks in twelve zones. Seconds: the
                timetable and what is left of every cap for every customer, in a JVM that is not warm the first time. Work: seconds
                that all cores together worked. Blocked: the share of customers and messages that a cap forbids. At most:
                the whole process, as Linux counts it. The target is 60 seconds and 8 GB, reading the log included.

                %s"""
                .formatted(table);
    }

    private static void row(MarkdownTable table, Finding finding) {
        Facts facts = finding.facts();
        double[] seconds = finding.numbers("allowances");
        table.row(
                finding.name() + (finding.trouble().isEmpty() ? "" : " " + finding.trouble()),
                Figures.whole(facts.median("sends")),
                seconds.length == 0 ? Figures.NONE : Figures.format("%.2f", seconds[0]),
                Figures.seconds(facts.median("allowances")),
                Figures.seconds(facts.median("allowances, work")),
                Figures.format("%.1f %%", 100 * facts.median("blocked").orElse(Double.NaN)),
                Figures.format(
                        "%.0f", facts.median("memory with sends").orElse(Double.NaN) / MEBIBYTE),
                Figures.format("%.0f", facts.most("memory at most").orElse(Double.NaN) / MEBIBYTE),
                seconds.length + "");
    }
}
