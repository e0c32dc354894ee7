package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code /metrics} and the log tell, and what they keep to themselves. */
class MetricsTest extends ServiceTest {
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-z_]+)(\\{([a-z]+=\"([^\"\\\\]|\\\\[\\\\n\"])*\",?)+})?"
                            + " (NaN|-?\\d+(\\.\\d+)?)");

    @Test
    void every_line_is_one_that_prometheus_reads_and_every_family_is_told_once() {
        client.post("/v1/what-if", client.get("/v1/demo-data").body());
        client.send("/v1/campaigns", request -> request.method("BREW", noBody()));
        Set<String> families = new HashSet<>();
        for (String line : client.get("/metrics").body().split("\n")) {
            if (line.startsWith("# TYPE ")) {
                assertThat(families.add(line.split(" ")[2])).as(line).isTrue();
            } else if (!line.startsWith("# HELP ")) {
                assertThat(line).matches(SAMPLE);
                String family =
                        line.split("[{ ]")[0].replaceAll(
                                "(?<=solve_seconds)_(bucket|sum|count)", "");
                assertThat(families).as(line).contains(family);
            }
        }
        assertThat(families)
                .contains(
                        "marginal_jobs",
                        "marginal_queue_depth",
                        "marginal_solve_seconds",
                        "marginal_gap",
                        "marginal_infeasible_total",
                        "marginal_rejected_total",
                        "marginal_cache_hits_total",
                        "marginal_heap_used_bytes");
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.noBody();
    }

    @Test
    void buckets_rise_to_the_count() {
        client.post("/v1/what-if", "{\"campaign\":\"small\",\"scenario\":{\"budget\":333}}");
        List<Double> buckets =
                client.get("/metrics")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("marginal_solve_seconds_bucket"))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .toList();

        assertThat(buckets).isSorted();
        assertThat(client.get("/metrics").body())
                .contains(
                        "marginal_solve_seconds_count{campaign=\"small\"} %.0f"
                                .formatted(buckets.get(buckets.size() - 1)));
    }

    @Test
    void questions_without_a_plan_are_counted() {
        client.post(
                "/v1/what-if",
                "{\"campaign\":\"small\",\"scenario\":{\"budget\":1,\"rules\":[{\"rule\":"
                        + "\"minimum_reach\",\"where\":\"region = 'north'\",\"min_sends\":700}]}}");

        assertThat(client.get("/metrics").body())
                .containsPattern("marginal_infeasible_total\\{campaign=\"small\"} [1-9]");
    }

    @Test
    void no_customer_is_named_wherever_a_client_puts_one() {
        String customer = "zq-distinctive-4711";
        client.get("/v1/jobs/" + customer);
        client.get("/v1/campaigns/" + customer);
        client.get("/" + customer + "?" + customer + "=" + customer);
        client.get("/v1/campaigns?" + customer);
        client.post(
                "/v1/explain", "{\"campaign\":\"small\",\"customer\":\"%s\"}".formatted(customer));
        client.post(
                "/v1/evaluate",
                "{\"campaign\":\"small\",\"sends\":[{\"customer\":\"%s\",\"offer\":\"%s\"}]}"
                        .formatted(customer, customer));
        client.post(
                "/v1/what-if",
                "{\"campaign\":\"small\",\"scenario\":{\"only\":\"region = '%s'\"}}"
                        .formatted(customer));
        client.post(
                "/v1/plans", "{\"campaign\":\"small\"}", Replays.KEY, customer, "X-Any", customer);
        client.send("/v1/campaigns", request -> request.method("ZQ-DISTINCTIVE", noBody()));

        assertThat(running.log()).isNotEmpty();
        assertThat(String.join("\n", running.log()).toLowerCase()).doesNotContain("zq-distinctive");
        assertThat(client.get("/metrics").body().toLowerCase()).doesNotContain("zq-distinctive");
    }

    @Test
    void what_should_not_happen_is_logged_without_its_words() {
        List<String> log = new ArrayList<>();
        new Troubles(log::add).tell(new IllegalStateException("customer 4711"));
        new Troubles(log::add).tell(new Refusal(404, "customer 4711"));

        assertThat(log).singleElement().asString().contains("IllegalStateException", "MetricsTest");
        assertThat(log.get(0)).doesNotContain("4711");
    }
}
