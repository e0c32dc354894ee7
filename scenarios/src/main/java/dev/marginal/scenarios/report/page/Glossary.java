package dev.marginal.scenarios.report.page;

import dev.marginal.reports.Term;
import java.util.List;
import java.util.stream.Stream;

/** What the words of a report mean, for those who have never read one. */
final class Glossary {
    private Glossary() {}

    static List<Term> terms(PlanFacts facts) {
        Stream<Term> profit =
                facts.isProfit()
                        ? Stream.of(
                                new Term(
                                        "Profit",
                                        "Incremental GMV times the campaign's margin, less the expected cost of what is sent."))
                        : Stream.empty();
        Stream<Term> future =
                facts.countsFuture()
                        ? Stream.of(
                                new Term(
                                        "GMV and future",
                                        "Incremental GMV, and what the extra orders of this plan are expected to bring later."))
                        : Stream.empty();
        return Stream.concat(
                        Stream.of(
                                new Term(
                                        "GMV",
                                        "Gross merchandise value: what customers pay for their orders, before any cost."),
                                new Term(
                                        "Incremental GMV, uplift",
                                        "What a send adds: the GMV with it less the GMV without it. Orders that would have come anyway do not count.")),
                        Stream.concat(Stream.concat(profit, future), common()))
                .toList();
    }

    private static Stream<Term> common() {
        return Stream.of(
                new Term(
                        "Treatment, control",
                        "What a customer of the past campaign was sent; control is those who were sent nothing."),
                new Term(
                        "Held-out customers",
                        "Customers of the past campaign who were kept from the model while it learnt. It had to guess about them, and the experiment knows the answer."),
                new Term(
                        "95 % interval",
                        "The range in which the true number lies with 95 % confidence. A wide one means that little is known; one that holds zero, that there may be no effect at all."),
                new Term(
                        "Score, claim",
                        "A score is the uplift that the model expects of one send; its claim is the sum over the sends of this plan. Both are the model's opinion. The forecast is a measurement."),
                new Term(
                        "Price of a limit, marginal ROI",
                        "What one more unit of a limit would earn; of the budget, what the next coin would."),
                new Term("Feature", "A column of the campaign's data that the model knows."));
    }
}
