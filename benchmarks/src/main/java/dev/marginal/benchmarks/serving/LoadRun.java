package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Has a crowd of clients ask one service at once, and looks at its answers and its memory. */
public final class LoadRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of("customers", "campaign", "heap", "seed", "crowd", "minutes", "pool", "checked");

    private static final int WARM_UP_SECONDS = 20;
    private static final double SETTLED = 10;
    private static final double MEBIBYTE = 1 << 20;

    private final Assignment assignment;
    private final Options options;

    /**
     * A run to come.
     *
     * @param assignment with the options {@code customers}, {@code campaign}, {@code heap}, {@code
     *     seed} and {@code checked} as in {@link WhatIfRun}; {@code crowd}, how many clients;
     *     {@code minutes}; {@code pool}, how many different questions they draw from
     */
    public LoadRun(Assignment assignment) {
        this.assignment = assignment;
        this.options = assignment.options();
    }

    /** Measures, checks and tells. */
    public void run() {
        Host host = Host.of(assignment);
        Crowd crowd;
        try (Service service = host.start()) {
            crowd = crowd(service, host.seed());
        }
        host.tell("6 offers × 30 limits");
        write(crowd, 0, List.of());
        List<Given> sample = crowd.sample(options.integer("checked", 50));
        List<String> different = new ArrayList<>();
        try (Service fresh = host.start()) {
            Asking asking = new Asking(fresh.url());
            for (Given given : sample) {
                Given again = asking.ask(given.question(), Long.MAX_VALUE);
                if (!AnswerCheck.same(given, again)) {
                    different.add("not so alone: " + given.question().body());
                }
            }
        }
        write(crowd, sample.size(), different);
    }

    private void write(Crowd crowd, int compared, List<String> different) {
        assignment.result().write(text(crowd, compared, different));
    }

    private Crowd crowd(Service service, long seed) {
        Asking asking = new Asking(service.url());
        int clients = options.integer("crowd", 200);
        int seconds = 60 * options.integer("minutes", 1);
        Planted planted = asking.planted();
        int pool = options.integer("pool", 400);
        new Clients(clients, WARM_UP_SECONDS)
                .ask(asking, drawn(Question.drawn(pool, 1, planted), 1));
        long before = service.heapBytes();
        assignment.progress().accept("measuring for %d seconds".formatted(seconds));
        try (MemoryWatch watch = new MemoryWatch(service)) {
            List<Question> questions = Question.drawn(pool, seed, planted);
            Clients.Talk talk = new Clients(clients, seconds).ask(asking, drawn(questions, seed));
            assignment.progress().accept("measured");
            return new Crowd(talk, watch.resident(), watch.heap(), before, service.heapBytes());
        }
    }

    private static IntFunction<Question> drawn(List<Question> pool, long seed) {
        return number -> pool.get(new SplittableRandom(seed + number).nextInt(pool.size()));
    }

    private String text(Crowd crowd, int compared, List<String> different) {
        Latencies all = Latencies.of(crowd.talk().given(), any -> true);
        Memory resident = crowd.resident().after(SETTLED);
        Memory heap = crowd.heap().after(SETTLED);
        List<String> wrong = crowd.wrong();
        List<String> unexpected = crowd.unexpected();
        StringBuilder text =
                new StringBuilder(
                        """
                        %d clients ask at once for %.0f seconds; each asks a question drawn from %d and waits for its answer. One that is told 429
                        comes back after `Retry-After`; one that is told 202 fetches the answer from its job. The crowd had asked other
                        questions for %d seconds before.

                        | | |
                        | --- | ---: |
                        | answers | %,d |
                        | answers per second | %.1f |
                        | … that went on as jobs | %,d |
                        | refusals with 429 and `Retry-After` | %,d |
                        | median of answers, ms | %s |
                        | p95, ms | %s |
                        | p99, ms | %s |
                        | longest, ms | %s |
                        | replies that were neither 200, 202 nor 429 | **%d** |
                        | answers that differ among themselves, or break a limit or a bound | **%d** |
                        | answers asked for again, alone, of a service started anew | %d |
                        | … that differ | **%d** |
                        | resident memory after the first %.0f seconds, MiB | %.0f – %.0f |
                        | … its slope, MiB per minute | %+.1f |
                        | heap as collections left it, MiB | %.0f – %.0f |
                        | … its slope, MiB per minute | %+.1f |
                        | heap in use after full collections before and after, MiB | %.0f, %.0f |

                        """
                                .formatted(
                                        options.integer("crowd", 200),
                                        crowd.talk().seconds(),
                                        options.integer("pool", 400),
                                        WARM_UP_SECONDS,
                                        all.count(),
                                        crowd.talk().perSecond(),
                                        crowd.late(),
                                        crowd.refusals(),
                                        Latencies.words(all.quantile(0.5)),
                                        Latencies.words(all.quantile(0.95)),
                                        Latencies.words(all.quantile(0.99)),
                                        Latencies.words(all.most()),
                                        unexpected.size(),
                                        wrong.size(),
                                        compared,
                                        different.size(),
                                        SETTLED,
                                        resident.least() / MEBIBYTE,
                                        resident.most() / MEBIBYTE,
                                        resident.perMinute() / MEBIBYTE,
                                        heap.least() / MEBIBYTE,
                                        heap.most() / MEBIBYTE,
                                        heap.perMinute() / MEBIBYTE,
                                        crowd.heapBefore() / MEBIBYTE,
                                        crowd.heapAfter() / MEBIBYTE));
        Stream.of(unexpected, wrong, different)
                .flatMap(list -> list.stream().limit(3))
                .forEach(
                        line ->
                                text.append("- ")
                                        .append(line, 0, Math.min(400, line.length()))
                                        .append('\n'));
        return text.toString();
    }
}
