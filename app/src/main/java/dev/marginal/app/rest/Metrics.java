package dev.marginal.app.rest;

import java.util.function.ToDoubleFunction;

/** What {@code /metrics} tells; nothing in it names a customer. */
record Metrics(
        Campaigns campaigns, Jobs jobs, Tally tally, Rejections rejections, AnswerCache cache) {
    String text() {
        MetricsText text = new MetricsText();
        tally.tell(text);
        text.head("marginal_rejected_total", "counter", "Requests refused as there were too many.");
        rejections
                .counts()
                .forEach(
                        (reason, count) ->
                                text.line(
                                        "marginal_rejected_total",
                                        MetricsText.label("reason", reason),
                                        count));
        desks(text);
        jobs(text);
        figure(text, "marginal_cache_hits_total", "counter", "Answers given again.", cache.hits());
        figure(
                text,
                "marginal_cache_misses_total",
                "counter",
                "Questions that were new.",
                cache.misses());
        figure(text, "marginal_cache_bytes", "gauge", "Answers kept.", cache.bytes());
        figure(text, "marginal_plan_bytes", "gauge", "Sends of plans kept.", jobs.planBytes());
        Runtime machine = Runtime.getRuntime();
        double used = machine.totalMemory() - (double) machine.freeMemory();
        figure(text, "marginal_heap_used_bytes", "gauge", "Memory in use.", used);
        figure(text, "marginal_heap_max_bytes", "gauge", "Memory at most.", machine.maxMemory());
        return text.text();
    }

    private void desks(MetricsText text) {
        gauge(text, "marginal_queue_depth", "Questions that wait.", CampaignDesk::waiting);
        String gap = "Gap of the last plan, as a share of its bound.";
        gauge(text, "marginal_gap", gap, desk -> desk.tally().gap());
        text.head(
                "marginal_infeasible_total",
                "counter",
                "Questions that no plan keeps the rules of.");
        for (CampaignDesk desk : campaigns.all()) {
            text.line("marginal_infeasible_total", label(desk), desk.tally().infeasible());
        }
        text.head("marginal_solve_seconds", "histogram", "Seconds that desks worked on questions.");
        for (CampaignDesk desk : campaigns.all()) {
            desk.tally().tellSeconds(text, "marginal_solve_seconds", label(desk));
        }
    }

    private void gauge(
            MetricsText text, String name, String help, ToDoubleFunction<CampaignDesk> figure) {
        text.head(name, "gauge", help);
        for (CampaignDesk desk : campaigns.all()) {
            text.line(name, label(desk), figure.applyAsDouble(desk));
        }
    }

    private static String label(CampaignDesk desk) {
        return MetricsText.label("campaign", desk.file().campaign());
    }

    private void jobs(MetricsText text) {
        text.head("marginal_jobs", "gauge", "Jobs by state.");
        for (Job.State state : Job.State.values()) {
            long count = jobs.all().stream().filter(job -> job.state() == state).count();
            text.line("marginal_jobs", MetricsText.label("state", state.word()), count);
        }
    }

    private static void figure(
            MetricsText text, String name, String type, String help, double value) {
        text.head(name, type, help);
        text.line(name, "", value);
    }
}
