package dev.marginal.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.handover.exporting.HandOverReport;
import dev.marginal.scenarios.handover.exporting.HandOverRequest;
import dev.marginal.scenarios.handover.exporting.ReportFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an export tells.
 *
 * @param store the option that names it
 * @param preview whether nothing was done
 */
record ExportPage(HandOverReport report, HandOverRequest request, String store, boolean preview) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%,d sends of %s %shanded over to %s"
                        .formatted(
                                report.handedOver(),
                                report.plan(),
                                preview ? "are already " : "",
                                report.target()));
        if (preview && report.open() > 0) {
            lines.add("  %,d would be handed over now".formatted(report.open()));
        }
        addWhatDidNotGo(lines);
        if (!preview) {
            lines.add("");
            lines.add(
                    "Folder: %s, with export_report.json, left_out.csv and log.csv"
                            .formatted(report.folder()));
        }
        return String.join("\n", lines);
    }

    /** {@code export_report.json}, with where it is and whether it was written. */
    ObjectNode json() {
        ObjectNode tree =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("folder", report.folder().toString())
                        .put("written", !preview);
        tree.setAll(ReportFile.tree(report));
        return tree;
    }

    private void addWhatDidNotGo(List<String> lines) {
        if (report.leftOut() > 0) {
            lines.add("  %,d not sent any more: %s".formatted(report.leftOut(), dropped()));
        }
        if (!report.consentAsked()) {
            lines.add(
                    "  consent and suppression were not asked: the campaign names no contacts file");
        }
        if (report.waiting() > 0) {
            lines.add("  %,d wait for their time".formatted(report.waiting()));
        }
        if (!report.failure().isEmpty()) {
            lines.add("  stopped: " + report.failure());
        }
        if (!preview && report.open() > 0) {
            lines.add("  %,d are still to be handed over".formatted(report.open()));
        }
        for (HandOverReport.Complaint complaint : report.complaints()) {
            lines.add(
                    "  %s took chunk %d, but complains: %s"
                            .formatted(report.target(), complaint.chunk(), complaint.words()));
        }
        if (!report.unknown().isEmpty()) {
            lines.add(unknown());
        }
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

    /** What to do next. */
    String next() {
        if (preview) {
            return "the same command without --dry-run";
        }
        if (report.open() > 0) {
            return "run the same command again; it goes on where it was";
        }
        if (!report.unknown().isEmpty()) {
            return "the same command with --skip or --resend, as %s says"
                    .formatted(report.target());
        }
        if (report.waiting() > 0) {
            return "run the same command again when their time has come, every hour for instance";
        }
        return "./marginal log import %s %s, unless whoever delivers keeps a log; docs/hand-over.md says how"
                .formatted(report.folder().resolve("log.csv"), store);
    }
}
