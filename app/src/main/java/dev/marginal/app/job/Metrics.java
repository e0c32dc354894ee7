package dev.marginal.app.job;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Statuses in the text format of Prometheus, for the textfile collector of its node exporter. No
 * metric names a customer.
 */
final class Metrics {
    private final List<Status> statuses;
    private final StringBuilder text = new StringBuilder();

    Metrics(List<Status> statuses) {
        this.statuses = statuses;
    }

    String text() {
        runs();
        plans();
        perWord(
                "marginal_plan_not_sent",
                "Sends left out of the newest plan, by reason.",
                "gauge",
                "reason",
                status -> status.plan() == null ? null : status.plan().notSent());
        perWord(
                "marginal_nightly_failures_total",
                "Runs that failed, by ending.",
                "counter",
                "ending",
                Status::failures);
        perWord(
                "marginal_input_age_seconds",
                "Age of the inputs at the last run.",
                "gauge",
                "input",
                Status::inputAgeSeconds);
        return text.toString();
    }

    private void runs() {
        gauge(
                "marginal_nightly_last_run_timestamp_seconds",
                "When the last run ended.",
                status -> ofRun(status, run -> seconds(run.ended())));
        gauge(
                "marginal_nightly_last_success_timestamp_seconds",
                "When a run last ended well.",
                status -> status.lastSuccess() == null ? null : seconds(status.lastSuccess()));
        gauge(
                "marginal_nightly_next_due_timestamp_seconds",
                "When the next run begins.",
                status -> status.nextDue() == null ? null : seconds(status.nextDue()));
        gauge(
                "marginal_nightly_running",
                "1 while a run is under way.",
                status -> status.runningSince() == null ? 0.0 : 1.0);
        gauge(
                "marginal_nightly_last_exit_code",
                "Exit code of the last run; 0 is well.",
                status -> ofRun(status, run -> (double) run.exitCode()));
        gauge(
                "marginal_nightly_duration_seconds",
                "How long the last run took.",
                status -> ofRun(status, Status.Run::seconds));
        gauge(
                "marginal_nightly_tries",
                "How often the last run tried.",
                status -> ofRun(status, run -> (double) run.tries()));
    }

    private void plans() {
        gauge(
                "marginal_plan_date_timestamp_seconds",
                "Midnight UTC of the newest plan's date.",
                status -> ofPlan(status, plan -> midnight(plan.date())));
        gauge(
                "marginal_plan_sends",
                "Sends of the newest plan.",
                status -> ofPlan(status, plan -> (double) plan.sends()));
        gauge(
                "marginal_plan_value",
                "Value of the newest plan, in the campaign's currency.",
                status -> ofPlan(status, Status.Plan::value));
        gauge(
                "marginal_plan_spend",
                "Spend of the newest plan, in the campaign's currency.",
                status -> ofPlan(status, Status.Plan::spend));
        gauge(
                "marginal_plan_gap_ratio",
                "How far the newest plan may be from the best one.",
                status -> ofPlan(status, Status.Plan::gap));
    }

    private void gauge(String name, String help, Function<Status, Double> value) {
        List<String> lines = new ArrayList<>();
        for (Status status : statuses) {
            Double number = value.apply(status);
            if (number != null) {
                lines.add(
                        "%s{campaign=\"%s\"} %s"
                                .formatted(name, escaped(status.campaign()), number(number)));
            }
        }
        append(name, help, "gauge", lines);
    }

    private void perWord(
            String name,
            String help,
            String type,
            String label,
            Function<Status, SortedMap<String, Long>> values) {
        List<String> lines = new ArrayList<>();
        for (Status status : statuses) {
            SortedMap<String, Long> map = values.apply(status);
            for (Map.Entry<String, Long> one :
                    map == null ? List.<Map.Entry<String, Long>>of() : map.entrySet()) {
                lines.add(
                        "%s{campaign=\"%s\",%s=\"%s\"} %d"
                                .formatted(
                                        name,
                                        escaped(status.campaign()),
                                        label,
                                        escaped(one.getKey()),
                                        one.getValue()));
            }
        }
        append(name, help, type, lines);
    }

    private void append(String name, String help, String type, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
        lines.forEach(line -> text.append(line).append('\n'));
    }

    private static Double ofRun(Status status, Function<Status.Run, Double> value) {
        return status.lastRun() == null ? null : value.apply(status.lastRun());
    }

    private static Double ofPlan(Status status, Function<Status.Plan, Double> value) {
        return status.plan() == null ? null : value.apply(status.plan());
    }

    private static double seconds(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }

    private static double midnight(String date) {
        return LocalDate.parse(date).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
