package dev.marginal.app.cli;

import dev.marginal.uplift.Evaluation.Metric;
import dev.marginal.uplift.Evaluation.Neighbour;
import dev.marginal.uplift.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranking metrics, a line each: beside chance, and beside the other ranking that comes nearest, or
 * is better. {@code evaluation.json} has them all.
 */
final class MetricLines {
    private static final String RANDOM = "random";
    private static final int RIVAL = 28;

    private MetricLines() {}

    static List<String> of(List<Metric> metrics) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "  %-30s %10s   %-22s %-32s %s"
                        .formatted(
                                "ranking metric",
                                "value",
                                "95 % interval",
                                "lead over random",
                                "lead over the best other ranking"));
        metrics.forEach(metric -> lines.add(of(metric)));
        return lines;
    }

    private static String of(Metric metric) {
        return "  %-30s %10.4f   %-22s %-32s %s"
                .formatted(
                        metric.name(),
                        metric.model().estimate(),
                        "%.4f to %.4f".formatted(metric.model().low(), metric.model().high()),
                        metric.neighbours().stream()
                                .filter(other -> other.name().equals(RANDOM))
                                .map(other -> lead(other.lead()))
                                .findFirst()
                                .orElse(""),
                        metric.neighbours().stream()
                                .filter(other -> !other.name().equals(RANDOM))
                                .min(Comparator.comparingDouble(other -> other.lead().estimate()))
                                .map(MetricLines::rival)
                                .orElse(""))
                .stripTrailing();
    }

    private static String rival(Neighbour rival) {
        String name = rival.name();
        String shortened = name.length() <= RIVAL ? name : name.substring(0, RIVAL - 1) + "…";
        return lead(rival.lead()) + ", " + shortened;
    }

    private static String lead(Interval lead) {
        return "%.4f (%.4f to %.4f)".formatted(lead.estimate(), lead.low(), lead.high());
    }
}
