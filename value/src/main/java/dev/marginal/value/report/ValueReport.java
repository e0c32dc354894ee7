package dev.marginal.value.report;

import dev.marginal.reports.Page;
import dev.marginal.reports.Section;
import dev.marginal.reports.Term;
import dev.marginal.value.evaluation.ValueCurves;
import dev.marginal.value.evaluation.Verdict;
import dev.marginal.value.log.TransactionLog;
import java.util.List;
import java.util.stream.Stream;

/** The report of {@code marginal value evaluate}. The same verdict and log give the same bytes. */
public record ValueReport(Verdict verdict, TransactionLog log) {
    /** The page, with its charts. */
    public Page page() {
        Facts facts = new Facts(verdict.evaluation());
        return new Page(
                "Customer value, judged from %s to %s"
                        .formatted(verdict.evaluation().until(), verdict.evaluation().end()),
                new Headline(facts).html(),
                sections(facts),
                words());
    }

    /** Where nobody spent anything, sizes and orders have nothing to be judged by. */
    private List<Section> sections(Facts facts) {
        ValueCurves curves = verdict.curves();
        Stream<Section> judged =
                facts.isJudged()
                        ? Stream.of(
                                new Amounts(facts, curves.byFrequency()).section(),
                                new Order(facts).section())
                        : Stream.empty();
        return Stream.concat(
                        judged,
                        Stream.of(
                                new Pace(facts, curves.tracking()).section(),
                                new Past(facts, curves.pasts()).section(),
                                new Origin(facts, log).section()))
                .toList();
    }

    private static List<Term> words() {
        return List.of(
                new Term(
                        "Purchase, repeat purchase",
                        "A day on which a customer bought; a repeat purchase is every such day after the first."),
                new Term(
                        "Holdout",
                        "The later part of the log. No model has seen it; predictions are judged by what happened in it."),
                new Term(
                        "P(alive)",
                        "The probability that a customer has not stopped buying for good. Nobody sees customers stop: it is read from how often they came back and how long they have been silent."),
                new Term(
                        "Mean error",
                        "By how much a prediction misses one customer on average, too much or too little."),
                new Term(
                        "Normalised Gini",
                        "How well a prediction puts customers in order by what they then bring: 1 for a perfect order, about 0 for any order. Its sizes do not matter."),
                new Term(
                        "Pareto/NBD, BG/NBD",
                        "Models of when customers buy and when they stop, with Gamma-Gamma for amounts. The first lets customers stop at any moment, the second after a purchase only: whoever never came back is alive for certain there."),
                new Term(
                        "Boosted",
                        "Trees that learn from what customers of an earlier day then bought, and from further columns where they were given. It has no curve over time, for it knows one horizon alone."),
                new Term(
                        "Everyone alike, own pace, same again",
                        "Predictions that take no model: the average of all customers; a customer's own average carried on; as much as in the stretch before the cut that is as long as the holdout."),
                new Term(
                        "RFM score",
                        "Fifths by recency, frequency and monetary value, added up. It is an order alone."));
    }
}
