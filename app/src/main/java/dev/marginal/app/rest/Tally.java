package dev.marginal.app.rest;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was answered, for {@code /metrics}; no label names a customer. */
final class Tally {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private record Kind(String method, String path, int status) {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::path)
                        .thenComparing(Kind::method)
                        .thenComparingInt(Kind::status);

        private String labels() {
            return String.join(
                    ",",
                    MetricsText.label("method", method),
                    MetricsText.label("path", path),
                    MetricsText.label("status", Integer.toString(status)));
        }
    }

    private record Sum(long count, double seconds) {}

    private final SortedMap<Kind, Sum> sums = new TreeMap<>(Kind.ORDER);

    /** A method that HTTP knows; clients may invent others, of any number. */
    static String known(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }

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

    synchronized void tell(MetricsText text) {
        text.head("marginal_http_requests_total", "counter", "Requests answered.");
        sums.forEach(
                (kind, sum) ->
                        text.line("marginal_http_requests_total", kind.labels(), sum.count()));
        text.head("marginal_http_seconds_total", "counter", "Seconds that answers took.");
        sums.forEach(
                (kind, sum) ->
                        text.line("marginal_http_seconds_total", kind.labels(), sum.seconds()));
    }
}
