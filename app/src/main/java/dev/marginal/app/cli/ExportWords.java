package dev.marginal.app.cli;

import dev.marginal.scenarios.handover.HandOverSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of {@code marginal export} that decide what is written. */
final class ExportWords {
    /** Whether text is made safe for spreadsheets. */
    enum CsvEscape {
        quote,
        none
    }

    @Option(
            names = "--channel",
            split = ",",
            paramLabel = "CHANNEL",
            description = "Only the sends of these channels.")
    private List<String> channels = List.of();

    @Option(
            names = "--campaign",
            paramLabel = "OFFER=ID",
            description =
                    "The target's id of the campaign that delivers an offer; any=ID for all others. Braze and Customer.io need it.")
    private Map<String, String> campaigns = new TreeMap<>();

    @Option(
            names = "--event",
            paramLabel = "NAME",
            description = "What Klaviyo calls the event of a send. Default: ${DEFAULT-VALUE}.")
    private String event = HandOverSettings.USUAL_EVENT;

    @Option(
            names = "--rows-per-file",
            paramLabel = "ROWS",
            description = "For mautic and listmonk. Default: ${DEFAULT-VALUE}.")
    private int rowsPerFile = HandOverSettings.USUAL_ROWS;

    @Option(
            names = "--csv-escape",
            paramLabel = "quote|none",
            description =
                    "quote: text that a spreadsheet would run as a formula gets an apostrophe; none: for machines. Default: ${DEFAULT-VALUE}.")
    private CsvEscape csvEscape = CsvEscape.quote;

    HandOverSettings settings(boolean overHttp) {
        return new HandOverSettings(
                csvEscape == CsvEscape.quote,
                new TreeMap<>(campaigns),
                event,
                rowsPerFile,
                channels,
                overHttp);
    }
}
