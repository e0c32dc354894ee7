package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.exporters.Exporters;
import dev.marginal.scenarios.handover.exporting.HandOver;
import dev.marginal.scenarios.handover.exporting.HandOverReport;
import dev.marginal.scenarios.handover.exporting.HandOverRequest;
import dev.marginal.scenarios.handover.outbox.Waiting;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marginal export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Hands the sends of a plan to whoever delivers them: as files, or over HTTP with --url.",
            "Each send goes out once, whatever is killed; run the same command again to go on.",
            "Consent and suppression lists are asked again; whoever left since the plan was made is not sent to."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal export plans/spring-2026-11-21 --to csv",
            "  marginal export plans/spring-2026-11-21 --to mautic --channel email --dry-run",
            "  marginal export plans/spring-2026-11-21 --to braze --campaign push_1=e7a1 --campaign mail_1=b2f0",
            "  marginal export plans/spring-2026-11-21 --to klaviyo --url https://a.klaviyo.com --key-file klaviyo.key",
            "  marginal export plans/spring-2026-11-21 --to braze ... --skip 12        chunk 12 had arrived",
            "  marginal export plans/spring-2026-11-21 --to csv --json | jq .handed_over",
            "",
            "Recipes for every target: docs/hand-over.md. Exit codes: 0 done, or waiting for a time to come;",
            "1 not all handed over; 3 a plan or settings that cannot be sent; 6 not the published plan, in hand,",
            "or begun otherwise; 7 audit failed."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PLAN_FOLDER",
            description = "A published plan, such as plans/spring-2026-11-21.")
    private Path plan;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TARGET",
            description = "csv, parquet, braze, klaviyo, customerio, mautic or listmonk.")
    private String target;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where files, export_report.json, left_out.csv and log.csv go. Default: handover/<plan>/<target>.")
    private Path out;

    @Option(
            names = {"-n", "--dry-run"},
            description =
                    "Check everything, ask consent, and tell what would be handed over; write and send nothing.")
    private boolean dryRun;

    @Option(names = "--also", description = "Hand over although another target has the same sends.")
    private boolean also;

    @Mixin private Result result;
    @Mixin private ExportWords words;
    @Mixin private ServiceOptions service;
    @Mixin private StoreOption store;

    ExportCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        HandOverRequest request = request();
        HandOverReport report;
        try (PlanStore plans = store.open(clock);
                Steps steps = new Steps(console)) {
            HandOver handOver =
                    new HandOver(
                            new DuckDbReader(),
                            clock,
                            Waiting.ASLEEP,
                            StoreOfPlan.and(plan, plans, clock),
                            steps);
            report = dryRun ? handOver.preview(request) : handOver.run(request);
            steps.end();
        }
        ExportPage page = new ExportPage(report, request, store.words(), dryRun);
        result.print("export-1", page::json, page::text);
        console.next(page.next());
        return (report.wentWell() ? Ending.DONE : Ending.FAILED).exitCode();
    }

    private HandOverRequest request() {
        Exporter exporter = exporter();
        HandOverSettings settings = words.settings(service.isGiven());
        return new HandOverRequest(
                plan,
                exporter,
                settings,
                out == null ? usualFolder(settings) : out,
                service.access(exporter, spec),
                service.resend(),
                service.skip(),
                service.beforeTime(),
                also);
    }

    private Exporter exporter() {
        try {
            return Exporters.of(target);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--to: " + unknown.getMessage());
        }
    }

    private Path usualFolder(HandOverSettings settings) {
        String name = plan.toAbsolutePath().normalize().getFileName().toString();
        String channels =
                settings.channels().isEmpty() ? "" : "-" + String.join("+", settings.channels());
        return Path.of("handover", name, target + channels);
    }
}
