package dev.marginal.value.report;

import dev.marginal.reports.Html;
import dev.marginal.reports.Numbers;
import dev.marginal.reports.Section;
import dev.marginal.tables.Fingerprint;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.log.LogSentences;
import dev.marginal.value.log.TransactionLog;
import java.util.List;

/** The log, what of it was not used, and how it was cut. */
record Origin(Facts facts, TransactionLog log) {
    Section section() {
        ValueEvaluation evaluation = facts.evaluation();
        return new Section(
                "origin",
                "Where does it come from?",
                "%s rows, %s to %s."
                        .formatted(
                                Numbers.count(log.tally().rows()), log.firstDay(), log.lastDay()),
                List.of(
                        Section.prose(
                                Html.tag(
                                        "ul",
                                        new LogSentences(log.tally(), log.settings())
                                                .all().stream()
                                                        .map(line -> Html.tag("li", line))
                                                        .toList())),
                        Section.prose(
                                Html.words(
                                        "Models were fitted to what was known on %s and judged by the %s until %s. Time is counted in %ss."
                                                .formatted(
                                                        evaluation.until(),
                                                        facts.horizon(),
                                                        evaluation.end(),
                                                        facts.unit()))),
                        Section.prose(
                                Html.words(
                                        log.rows().origin(),
                                        ", rows as read, SHA-256: ",
                                        Html.tag("code", Fingerprint.of(log.rows()))))));
    }
}
