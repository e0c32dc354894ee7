package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.reports.Figures;
import dev.marginal.benchmarks.reports.MarkdownTable;
import dev.marginal.benchmarks.statistics.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The tables of what-ifs. */
final class WhatIfTables {
    private static final double MILLION = 1e6;

    private final int customers;
    private final List<Clients.Talk> alone = new ArrayList<>();
    private final List<Clients.Talk> together = new ArrayList<>();
    private final List<Clients.Talk> repeated = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private double started;
    private long resident;
    private long peak;
    private long heap;
    private int compared;
    private Optional<Child.Ended> cold = Optional.empty();

    WhatIfTables(int customers) {
        this.customers = customers;
    }

    List<Clients.Talk> alone() {
        return alone;
    }

    List<Clients.Talk> together() {
        return together;
    }

    List<Clients.Talk> repeated() {
        return repeated;
    }

    void started(Service service) {
        started = service.seconds();
    }

    void memory(Service service) {
        resident = service.residentBytes();
        peak = service.peakBytes();
        heap = service.heapBytes();
    }

    /** Evenly spread answers that were given in a crowd. */
    List<Given> sample(int count) {
        List<Given> all = given(together).stream().filter(Given::isAnswer).toList();
        int most = Math.min(count, all.size());
        return Stream.iterate(0, i -> i + 1)
                .limit(most)
                .map(i -> all.get((int) ((long) i * all.size() / most)))
                .toList();
    }

    void compare(List<Given> crowd, List<Given> single) {
        compared = crowd.size();
        for (int i = 0; i < crowd.size(); i++) {
            if (!AnswerCheck.same(crowd.get(i), single.get(i))) {
                different.add(crowd.get(i).question().body());
            }
        }
    }

    /** The first questions of these kinds that several clients asked. */
    List<Question> questions(List<Kind> kinds, int count) {
        return given(together).stream()
                .map(Given::question)
                .filter(question -> kinds.contains(question.kind()))
                .limit(count)
                .toList();
    }

    void cold(Child.Ended ended) {
        cold = Optional.of(ended);
    }

    private static List<Given> given(List<Clients.Talk> talks) {
        return talks.stream().flatMap(talk -> talk.given().stream()).toList();
    }

    @Override
    public String toString() {
        return """
                Each client asks its next question when it has the whole answer to its last; no question is asked twice,
                but for *repeated*, which are questions answered moments before. Times are those of the client, from posting
                the question to the last byte of the answer, after 135 questions of another seed; rows are medians over the runs, least to most in brackets.

                %s
                By kind of question, all runs together:

                %s
                %s%s"""
                .formatted(overall(), byKind(), facts(), cold.map(ColdTable::of).orElse(""));
    }

    private String overall() {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "asked by",
                        "answers",
                        "median, ms",
                        "target",
                        "p99, ms",
                        "target",
                        "longest, ms",
                        "answers per second");
        boolean million = customers <= MILLION;
        row(table, "one client", alone, million ? "150" : "1,500", "");
        row(
                table,
                "several clients at once",
                together,
                million ? "150" : "1,500",
                million ? "500" : "");
        row(table, "repeated, one client", repeated, "", "");
        return table.toString();
    }

    private static void row(
            MarkdownTable table, String who, List<Clients.Talk> talks, String median, String p99) {
        table.row(
                who,
                Latencies.of(given(talks), any -> true).count() + "",
                range(talks, talk -> latencies(talk).quantile(0.5)),
                median,
                range(talks, talk -> latencies(talk).quantile(0.99)),
                p99,
                range(talks, talk -> latencies(talk).most()),
                range(talks, Clients.Talk::perSecond));
    }

    private static Latencies latencies(Clients.Talk talk) {
        return Latencies.of(talk.given(), any -> true);
    }

    private static String range(List<Clients.Talk> talks, ToDoubleFunction<Clients.Talk> figure) {
        double[] values = talks.stream().mapToDouble(figure).sorted().toArray();
        if (values.length == 0) {
            return Figures.NONE;
        }
        return "%s (%s – %s)"
                .formatted(
                        Latencies.words(new Repeats(values).median()),
                        Latencies.words(values[0]),
                        Latencies.words(values[values.length - 1]));
    }

    private String byKind() {
        MarkdownTable table =
                new MarkdownTable(
                        1,
                        "question",
                        "one client: answers",
                        "median, ms",
                        "p99, ms",
                        "several: answers",
                        "median, ms",
                        "p99, ms");
        for (Kind kind : Kind.values()) {
            Latencies one = Latencies.of(given(alone), given -> given.question().kind() == kind);
            Latencies all = Latencies.of(given(together), given -> given.question().kind() == kind);
            table.row(
                    kind.words(),
                    one.count() + "",
                    Latencies.words(one.quantile(0.5)),
                    Latencies.words(one.quantile(0.99)),
                    all.count() + "",
                    Latencies.words(all.quantile(0.5)),
                    Latencies.words(all.quantile(0.99)));
        }
        return table.toString();
    }

    private String facts() {
        List<Given> all =
                Stream.of(alone, together, repeated)
                        .flatMap(talks -> given(talks).stream())
                        .toList();
        List<String> wrong =
                all.stream()
                        .flatMap(
                                given ->
                                        given.wrong().stream()
                                                .map(
                                                        why ->
                                                                why
                                                                        + ": "
                                                                        + given.question().body()
                                                                        + " "
                                                                        + given.body()))
                        .toList();
        List<String> broken =
                all.stream()
                        .filter(Given::isAnswer)
                        .flatMap(given -> AnswerCheck.broken(given).stream())
                        .toList();
        StringBuilder text =
                new StringBuilder(
                        """
                        - Started within %s s; then %s GiB resident, at most %s GiB; %s GiB of heap in use after a full collection
                        - %,d answers, each with value ≤ bound and every limit kept, but for %d; %d replies that were none
                        - %d answers given to several clients at once were asked for again, alone, of a service started anew: %d differ
                        """
                                .formatted(
                                        Figures.format("%.1f", started),
                                        Figures.gibibytes(resident),
                                        Figures.gibibytes(peak),
                                        Figures.gibibytes(heap),
                                        all.stream().filter(Given::isAnswer).count(),
                                        broken.size(),
                                        wrong.size(),
                                        compared,
                                        different.size()));
        Stream.of(wrong, broken, different)
                .flatMap(list -> list.stream().limit(3))
                .forEach(
                        line ->
                                text.append("- **")
                                        .append(line, 0, Math.min(400, line.length()))
                                        .append("**\n"));
        return text.toString();
    }
}
