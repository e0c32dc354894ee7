package dev.marginal.scenarios.handover.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.people.AddressBook;
import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.IOException;

/** {@code export_report.json}; docs/hand-over.md tells its keys. */
public final class ReportFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportFile() {}

    static void write(HandOverReport report) throws IOException {
        PrivateFiles.createFolders(report.folder());
        PrivateFiles.replace(
                report.folder().resolve("export_report.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(report)));
    }

    /** What it says. */
    public static ObjectNode tree(HandOverReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("plan", report.plan());
        node.put("target", report.target());
        node.put("complete", report.isComplete());
        node.put("handed_over", report.handedOver());
        node.put("left_out", report.leftOut());
        ObjectNode dropped = node.putObject("dropped");
        report.dropped().forEach(dropped::put);
        node.put("waiting", report.waiting());
        node.put("open", report.open());
        node.put("unknown", report.unknownSends());
        node.put("chunks", report.chunks());
        report.unknown().forEach(node.putArray("unknown_chunks")::add);
        for (HandOverReport.Complaint complaint : report.complaints()) {
            node.withArray("complaints")
                    .addObject()
                    .put("chunk", complaint.chunk())
                    .put("words", complaint.words());
        }
        node.put("failure", report.failure());
        node.put("consent_asked", report.consentAsked());
        ArrayNode inputs = node.putArray("consent_as_of");
        for (AddressBook.Read read : report.inputs()) {
            ObjectNode line = inputs.addObject();
            line.put("source", read.source());
            line.put("rows", read.rows());
            line.put("fingerprint", read.fingerprint());
        }
        report.files().forEach(node.putArray("files")::add);
        return node;
    }
}
