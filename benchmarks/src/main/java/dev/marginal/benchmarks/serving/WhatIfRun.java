package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.Assignment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Measures what-ifs over HTTP, asked by one client alone and by several at once. */
public final class WhatIfRun {
    /** Names of the arguments. */
    public static final Set<String> OPTIONS =
            Set.of(
                    "customers",
                    "campaign",
                    "heap",
                    "seed",
                    "clients",
                    "seconds",
                    "runs",
                    "checked",
                    "cold",
                    "peer",
                    "limit");

    private static final int WARM_UP = 135;
    private static final int REPEATED = 100;
    private static final int MOST_QUESTIONS = 10_000;
    private static final long OTHER = 1_000_000;

    private final Assignment assignment;
    private final Options options;

    /**
     * A run to come.
     *
     * @param assignment with the options {@code customers}; {@code campaign}, a folder in which it
     *     is kept; {@code heap} of the service; {@code seed}; {@code clients} at once; {@code
     *     seconds} for which they ask; {@code runs}; {@code checked}, how many answers are asked
     *     for again, alone, of a service that was started anew; {@code cold}, how many questions
     *     are planned by an allocator that knows nothing, the first of them by {@code peer} as
     *     well, within {@code limit} seconds
     */
    public WhatIfRun(Assignment assignment) {
        this.assignment = assignment;
        this.options = assignment.options();
    }

    /** Measures, checks and tells. */
    public void run() {
        Host host = Host.of(assignment);
        WhatIfTables tables = new WhatIfTables(host.customers());
        try (Service service = host.start()) {
            Asking asking = new Asking(service.url());
            Planted planted = asking.planted();
            settings(host, planted);
            tables.started(service);
            new Clients(1, 600).ask(asking, of(Question.drawn(WARM_UP, 1, planted)));
            for (int run = 0; run < options.integer("runs", 3); run++) {
                measure(asking, host.seed() + run, planted, tables);
                tables.memory(service);
                write(tables);
            }
        }
        check(host, tables);
        write(tables);
        cold(host, tables);
        write(tables);
    }

    private void write(WhatIfTables tables) {
        assignment.result().write(tables.toString());
    }

    private void cold(Host host, WhatIfTables tables) {
        int count = options.integer("cold", 5);
        List<Question> questions = tables.questions(ColdCase.KINDS, count);
        if (questions.isEmpty()) {
            return;
        }
        assignment.progress().accept("planning %d questions cold".formatted(questions.size()));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--folder", host.campaign().toAbsolutePath() + ""));
        arguments.addAll(List.of("--peer", options.text("peer", "pdlp_4")));
        arguments.addAll(List.of("--limit", options.text("limit", "120")));
        arguments.addAll(List.of("--questions", ColdCase.written(questions).toString()));
        List<String> java = List.of("-Xmx" + Math.max(3, host.customers() * 7L / 1_000_000) + "g");
        tables.cold(new Child(ColdCase.class, java, arguments, Duration.ofMinutes(30)).run());
    }

    private void measure(Asking asking, long seed, Planted planted, WhatIfTables tables) {
        int seconds = options.integer("seconds", 25);
        List<Question> alone = Question.drawn(MOST_QUESTIONS, seed, planted);
        List<Question> together = Question.drawn(MOST_QUESTIONS, seed + OTHER, planted);
        assignment.progress().accept("measuring for %d seconds".formatted(2 * seconds));
        Clients.Talk one = new Clients(1, seconds).ask(asking, of(alone));
        Clients.Talk several =
                new Clients(options.integer("clients", 4), seconds).ask(asking, of(together));
        List<Question> again =
                several.given().stream().map(Given::question).limit(REPEATED).toList();
        Clients.Talk repeated = new Clients(1, seconds).ask(asking, of(again));
        assignment.progress().accept("measured");
        tables.alone().add(one);
        tables.together().add(several);
        tables.repeated().add(repeated);
    }

    private void check(Host host, WhatIfTables tables) {
        List<Given> sample = tables.sample(options.integer("checked", 50));
        if (sample.isEmpty()) {
            return;
        }
        assignment.progress().accept("asking %d questions again, alone".formatted(sample.size()));
        try (Service fresh = host.start()) {
            Asking asking = new Asking(fresh.url());
            List<Given> again = new ArrayList<>();
            for (Given given : sample) {
                again.add(asking.ask(given.question(), Long.MAX_VALUE));
            }
            tables.compare(sample, again);
        }
    }

    private void settings(Host host, Planted planted) {
        int limits = planted.ceilings().size() + 1;
        host.tell(
                "6 offers × %d limits across customers, at most 2 contacts per customer"
                        .formatted(limits));
        assignment.result().setting("Runs", options.integer("runs", 3));
    }

    /** The questions by number; none after the last. */
    static IntFunction<Question> of(List<Question> all) {
        return number -> number < all.size() ? all.get(number) : null;
    }
}
