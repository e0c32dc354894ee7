package dev.marginal.scenarios.report.page;

import dev.marginal.reports.Page;
import dev.marginal.reports.charts.Chart;
import java.util.List;

/** Writes a plan's report. The same facts give the same bytes. */
public final class ReportPage {
    private final Page page;

    public ReportPage(PlanFacts facts) {
        this.page =
                new Page(
                        "%s, %s: report of a plan"
                                .formatted(
                                        facts.plan().path("campaign").asText(),
                                        facts.plan().path("date").asText()),
                        new Headline(facts).html(),
                        List.of(
                                new Budgets(facts).section(),
                                new Beside(facts).section(),
                                new Effects(facts).section(),
                                new Targeting(facts).section(),
                                new Audience(facts).section(),
                                new Binding(facts).section(),
                                new Deciding(facts).section(),
                                new Health(facts).section(),
                                new Provenance(facts).section()),
                        Glossary.terms(facts));
    }

    /** The charts, in the order of the page. */
    public List<Chart> charts() {
        return page.charts();
    }

    /** The page. */
    public String html() {
        return page.html();
    }
}
