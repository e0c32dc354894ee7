package dev.marginal.app.rest;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was answered, for {@code /metrics}; no label names a customer. */
final class Tally {
    private record Kind(String method, String path, int status) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return "{method=\"%s\",path=\"%s\",status=\"%d\"}".formatted(method, path, status);
        }
    }

    private record Sum(long count, double seconds) {}

    private final SortedMap<Kind, Sum> sums = new TreeMap<>();

    /**
     * Counts an answer.
     *
     * @param path as the endpoint has it, with its parameters in braces
     */
    synchronized void add(String method, String path, int status, double seconds) {
        sums.merge(
                new Kind(method, path, status),
                new Sum(1, seconds),
                (one, other) ->
                        new Sum(one.count() + other.count(), one.seconds() + other.seconds()));
    }

    /** In the text format of Prometheus. */
    synchronized String text(Campaigns campaigns, Jobs jobs) {
        StringBuilder text = new StringBuilder();
        head(text, "marginal_http_requests_total", "counter", "Requests answered.");
        sums.forEach(
                (kind, sum) ->
                        line(text, "marginal_http_requests_total", kind.text(), sum.count()));
        head(text, "marginal_http_seconds_total", "counter", "Seconds that answers took.");
        sums.forEach(
                (kind, sum) ->
                        line(text, "marginal_http_seconds_total", kind.text(), sum.seconds()));
        head(text, "marginal_desk_waiting", "gauge", "Questions that wait.");
        for (CampaignDesk desk : campaigns.all()) {
            String label = "{campaign=\"%s\"}".formatted(escaped(desk.file().campaign()));
            line(text, "marginal_desk_waiting", label, desk.waiting());
        }
        head(text, "marginal_jobs", "gauge", "Jobs by state.");
        for (Job.State state : Job.State.values()) {
            long count = jobs.all().stream().filter(job -> job.state() == state).count();
            line(text, "marginal_jobs", "{state=\"%s\"}".formatted(state.word()), count);
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }

    private static void line(StringBuilder text, String name, String labels, double value) {
        text.append(name).append(labels).append(' ');
        text.append(
                value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.6f", value));
        text.append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
