package dev.marginal.app.cli;

import dev.marginal.scenarios.handover.exporting.HandOverReport;
import dev.marginal.scenarios.handover.exporting.HandOverRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the user reads after an export. */
record ExportPage(HandOverReport report, HandOverRequest request, Path store) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%,d sends of %s handed over to %s"
                        .formatted(report.handedOver(), report.plan(), report.target()));
        if (!report.dropped().isEmpty()) {
            lines.add("  not sent any more: " + dropped());
        }
        if (!report.consentAsked()) {
            lines.add(
                    "  consent and suppression were not asked: the campaign names no contacts file");
        }
        if (report.waiting() > 0) {
            lines.add(
                    "  %,d sends wait for their time: run the same command again then"
                            .formatted(report.waiting()));
        }
        if (!report.failure().isEmpty()) {
            lines.add("  stopped: " + report.failure());
        }
        if (report.open() > 0) {
            lines.add(
                    "  %,d sends are still to be handed over: run the same command again"
                            .formatted(report.open()));
        }
        if (!report.unknown().isEmpty()) {
            lines.add(unknown());
        }
        lines.add("");
        lines.add("Folder: %s, with export_report.json and log.csv".formatted(report.folder()));
        lines.add("Next: " + next());
        return String.join("\n", lines);
    }

    private String dropped() {
        return report.dropped().entrySet().stream()
                .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
    }

    private String unknown() {
        String chunks =
                report.unknown().stream().map(String::valueOf).collect(Collectors.joining(","));
        return """
                 %,d sends may or may not have arrived, in chunk %s. Ask %s whether they did, then run the same command
                 with --skip %s if they arrived, or with --resend %s if they did not."""
                .formatted(report.unknownSends(), chunks, report.target(), chunks, chunks)
                .indent(1)
                .stripTrailing();
    }

    private String next() {
        return "when they were sent, ./marginal log import <the provider's log> --store %s, or %s if it has none"
                .formatted(store, report.folder().resolve("log.csv"));
    }
}
