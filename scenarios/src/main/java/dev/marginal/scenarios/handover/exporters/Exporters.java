package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.tables.Suggestion;
import java.util.List;

/** Every target that plans can be handed to. */
public final class Exporters {
    private static final List<Exporter> ALL =
            List.of(
                    new CsvExporter(),
                    new ParquetExporter(),
                    new BrazeExporter(),
                    new KlaviyoExporter(),
                    new CustomerIoExporter(),
                    new MauticExporter(),
                    new ListmonkExporter());

    private Exporters() {}

    /** All of them. */
    public static List<Exporter> all() {
        return ALL;
    }

    /** Their names. */
    public static List<String> targets() {
        return ALL.stream().map(Exporter::target).toList();
    }

    /**
     * The exporter of a target.
     *
     * @throws IllegalArgumentException if there is none, with the target that was meant
     */
    public static Exporter of(String target) {
        return ALL.stream()
                .filter(exporter -> exporter.target().equals(target))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Target (%s) must be one of %s. %s"
                                                .formatted(
                                                        target,
                                                        String.join(", ", targets()),
                                                        Suggestion.didYouMean(target, targets()))
                                                .strip()));
    }
}
