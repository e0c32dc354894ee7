package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Child;
import dev.marginal.benchmarks.processes.Options;
import dev.marginal.benchmarks.reports.ResultFile;
import dev.marginal.tables.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    private final Options options;
    private final Path checkout;
    private final ResultFile result;
    private final Consumer<String> progress;

    /**
     * A run to come.
     *
     * @param options {@code customers}; {@code campaign}, a folder in which it is kept; {@code
     *     heap} of the service; {@code seed}; {@code clients} at once; {@code seconds} for which
     *     they ask; {@code runs}; {@code checked}, how many answers are asked for again, alone, of
     *     a service that was started anew; {@code cold}, how many questions are planned by an
     *     allocator that knows nothing, the first of them by {@code peer} as well, within {@code
     *     limit} seconds
     * @param checkout whose {@code ./marginal} serves
     */
    public WhatIfRun(Options options, Path checkout, ResultFile result, Consumer<String> progress) {
        this.options = options;
        this.checkout = checkout;
        this.result = result;
        this.progress = progress;
    }

    /** Measures, checks and tells. */
    public void run() {
        Path campaign = campaign(options, checkout, progress);
        String heap = heap(options);
        long seed = options.integer("seed", 101);
        WhatIfTables tables = new WhatIfTables(customers(options));
        try (Service service = Service.start(checkout, campaign, heap)) {
            Asking asking = new Asking(service.url());
            Planted planted = asking.planted();
            settings(heap, service, planted);
            tables.started(service);
            new Clients(1, 600).ask(asking, of(Question.drawn(WARM_UP, 1, planted)));
            for (int run = 0; run < options.integer("runs", 3); run++) {
                measure(asking, seed + run, planted, tables);
                tables.memory(service);
                result.write(tables.toString());
            }
        }
        check(campaign, heap, tables);
        result.write(tables.toString());
        cold(campaign, tables);
        result.write(tables.toString());
    }

    private void cold(Path campaign, WhatIfTables tables) {
        int count = options.integer("cold", 5);
        List<Question> questions = tables.questions(ColdCase.KINDS, count);
        if (questions.isEmpty()) {
            return;
        }
        progress.accept("planning %d questions cold".formatted(questions.size()));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--folder", campaign.toAbsolutePath() + ""));
        arguments.addAll(List.of("--peer", options.text("peer", "pdlp_4")));
        arguments.addAll(List.of("--limit", options.text("limit", "120")));
        arguments.addAll(List.of("--questions", ColdCase.written(questions).toString()));
        List<String> java =
                List.of("-Xmx" + Math.max(3, customers(options) * 7L / 1_000_000) + "g");
        tables.cold(new Child(ColdCase.class, java, arguments, Duration.ofMinutes(30)).run());
    }

    private void measure(Asking asking, long seed, Planted planted, WhatIfTables tables) {
        int seconds = options.integer("seconds", 25);
        List<Question> alone = Question.drawn(MOST_QUESTIONS, seed, planted);
        List<Question> together = Question.drawn(MOST_QUESTIONS, seed + OTHER, planted);
        progress.accept("measuring for %d seconds".formatted(2 * seconds));
        Clients.Talk one = new Clients(1, seconds).ask(asking, of(alone));
        Clients.Talk several =
                new Clients(options.integer("clients", 4), seconds).ask(asking, of(together));
        List<Question> again =
                several.given().stream().map(Given::question).limit(REPEATED).toList();
        Clients.Talk repeated = new Clients(1, seconds).ask(asking, of(again));
        progress.accept("measured");
        tables.alone().add(one);
        tables.together().add(several);
        tables.repeated().add(repeated);
    }

    private void check(Path campaign, String heap, WhatIfTables tables) {
        List<Given> sample = tables.sample(options.integer("checked", 50));
        if (sample.isEmpty()) {
            return;
        }
        progress.accept("asking %d questions again, alone".formatted(sample.size()));
        try (Service fresh = Service.start(checkout, campaign, heap)) {
            Asking asking = new Asking(fresh.url());
            List<Given> again = new ArrayList<>();
            for (Given given : sample) {
                again.add(asking.ask(given.question(), Long.MAX_VALUE));
            }
            tables.compare(sample, again);
        }
    }

    private void settings(String heap, Service service, Planted planted) {
        result.setting(
                "Campaign",
                "%,d customers × 6 offers × %d limits across customers, at most 2 contacts per customer, planted"
                        .formatted(customers(options), planted.ceilings().size() + 1));
        result.setting("Seed", options.integer("seed", 101));
        result.setting("Service", "`./marginal serve`, -Xmx" + heap + ", on the same machine");
        result.setting("Runs", options.integer("runs", 3));
    }

    /** The questions by number; none after the last. */
    static java.util.function.IntFunction<Question> of(List<Question> all) {
        return number -> number < all.size() ? all.get(number) : null;
    }

    static int customers(Options options) {
        return options.integer("customers", 1_000_000);
    }

    static String heap(Options options) {
        return options.text("heap", customers(options) > 2_000_000 ? "10g" : "2g");
    }

    /** The folder of the campaign that is asked about; it is planted if it is not there yet. */
    static Path campaign(Options options, Path checkout, Consumer<String> progress) {
        int customers = customers(options);
        String seed = options.text("seed", "101");
        Path folder =
                Path.of(
                        options.text(
                                "campaign",
                                checkout.resolve(
                                                "benchmarks/target/what-if-%d-%s"
                                                        .formatted(customers, seed))
                                        + ""));
        if (!Files.exists(folder.resolve("campaign.yml"))) {
            progress.accept("planting in " + folder);
            Child.Ended ended =
                    new Child(
                                    CampaignCase.class,
                                    List.of("-Xmx" + (2 + customers / 1_000_000) + "g"),
                                    List.of(
                                            "--folder", folder.toAbsolutePath() + "",
                                            "--customers", customers + "",
                                            "--seed", seed),
                                    Duration.ofMinutes(30))
                            .run();
            Requires.require(ended.isDone(), "planting", ended.log(), "done");
        }
        return folder;
    }
}
