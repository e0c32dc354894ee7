package dev.marginal.app.cli;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.words.StandingWords;
import dev.marginal.scenarios.words.Words;
import dev.marginal.uplift.Evaluation;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.Randomisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a plan spends, sends and earns, and how sure that is. */
final class Headline {
    /** Letters of a line's name. */
    static final int WIDTH = 24;

    private static final int MOST_FEATURES_TOLD = 3;

    private final PlannedCampaign planned;
    private final CampaignFile file;
    private final SendPlan sends;
    private final Words words;

    Headline(PlannedCampaign planned, Words words) {
        this.planned = planned;
        this.file = planned.file();
        this.sends = planned.plan().sends();
        this.words = words;
    }

    String text() {
        String budget =
                file.budget().atMost().isPresent()
                        ? words.money(file.budget().atMost().getAsDouble())
                        : "unlimited";
        List<String> lines = new ArrayList<>();
        lines.add(line("Budget", budget));
        lines.add(line("Spend", words.money(sends.spend()) + " expected" + confidence()));
        coFunding().ifPresent(lines::add);
        lines.add(line("Sends", "%,d%s".formatted(sends.sends(), byChannel())));
        lines.add(line("Earns", earns(planned.forecast())));
        lines.add(line("", "the model itself claims " + words.money(planned.claims().ofAll())));
        planned.parts().ifPresent(parts -> lines.addAll(later(parts)));
        planned.forecast().incrementalGmv().flatMap(this::afterCosts).ifPresent(lines::add);
        severalSends().ifPresent(lines::add);
        Evaluation evaluation = planned.model().evaluation();
        lines.add(line("Evidence", EvidenceWords.of(evaluation.evidence())));
        lines.addAll(lines("Policy value", EvidenceWords.policyValue(evaluation, file.currency())));
        lines.addAll(lines("Calibration", EvidenceWords.calibration(evaluation)));
        lines.addAll(
                lines(
                        "Randomisation",
                        new RandomisationWords(planned.model().fit().randomisation()).summary()));
        lines.addAll(
                lines(
                        "Audience",
                        new DriftWords(planned.drift(), words).summary(MOST_FEATURES_TOLD)));
        planned.audience()
                .standing()
                .map(standing -> lines("Stages", new StandingWords(standing).lines()))
                .ifPresent(lines::addAll);
        lines.add(line("Gap", gap()));
        return String.join("\n", lines);
    }

    private Optional<String> coFunding() {
        OptionalLong others = planned.plan().coFundingMicros();
        return others.isPresent()
                ? Optional.of(
                        line(
                                "Co-funding",
                                words.money((double) others.getAsLong() / OfferBook.MICROS)
                                        + " expected, which others pay"))
                : Optional.empty();
    }

    private String confidence() {
        if (file.budget().confidence().isEmpty()) {
            return "";
        }
        double share = file.budget().confidence().getAsDouble();
        return ", and within the budget with a probability of %s %%"
                .formatted(
                        BigDecimal.valueOf(share)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    /** What the plan adds up, in its two parts. */
    private List<String> later(ValueParts parts) {
        return lines(
                "Adds up",
                List.of(
                        "%s: %s of incremental GMV and %s of future value, as the models see it"
                                .formatted(
                                        words.money(sends.value()),
                                        words.amount(parts.gmv()),
                                        words.amount(parts.future())),
                        "this takes it " + ValueParts.ASSUMES));
    }

    /** What a reader who counts costs wants to know beside the GMV. */
    private Optional<String> afterCosts(Interval gmv) {
        if (file.objective() instanceof Objective.Profit profit) {
            Interval earned = gmv.times(profit.margin());
            return Optional.of(
                    line(
                            "Profit",
                            "%s: margin × GMV − spend, 95 %% interval %s to %s"
                                    .formatted(
                                            words.money(earned.estimate() - sends.spend()),
                                            words.amount(earned.low() - sends.spend()),
                                            words.amount(earned.high() - sends.spend()))));
        }
        return gmv.estimate() < sends.spend()
                ? Optional.of(
                        line(
                                "Careful",
                                "it spends more than the GMV it adds; objective: profit weighs costs"))
                : Optional.empty();
    }

    /**
     * The assumption that a plan with several sends to a customer makes, and how much rests on it.
     */
    private Optional<String> severalSends() {
        ModelClaims claims = planned.claims();
        if (claims.ofSeveral() == 0 || Double.isNaN(claims.shareOfSeveral())) {
            return Optional.empty();
        }
        return Optional.of(
                line(
                        "Assumes",
                        "that effects of several sends to one customer add up: %.0f %% of the claim is of such customers"
                                .formatted(100 * claims.shareOfSeveral())));
    }

    private String byChannel() {
        Map<String, List<OfferTotal>> channels =
                planned.plan().totals().offers().stream()
                        .filter(total -> total.sends() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        total -> total.offer().channel(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        String parts =
                channels.entrySet().stream()
                        .map(channel -> channel(channel.getKey(), channel.getValue()))
                        .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "" : ": " + parts;
    }

    private static String channel(String channel, List<OfferTotal> offers) {
        long sends = offers.stream().mapToLong(OfferTotal::sends).sum();
        String byOffer =
                offers.stream()
                        .map(total -> "%s %,d".formatted(total.offer().id(), total.sends()))
                        .collect(Collectors.joining(", "));
        boolean same = offers.size() == 1 && offers.get(0).offer().id().equals(channel);
        return same ? byOffer : "%s %,d (%s)".formatted(channel, sends, byOffer);
    }

    private String earns(Forecast forecast) {
        if (sends.sends() == 0) {
            return "nothing: no send is worth its price under this budget and these rules";
        }
        if (forecast.incrementalGmv().isEmpty()) {
            return "not measurable: too few held-out customers are like those who get "
                    + String.join(", ", forecast.offersWithoutEvidence());
        }
        Interval gmv = forecast.incrementalGmv().get();
        String interval =
                "%s incremental GMV, 95 %% interval %s to %s"
                                .formatted(
                                        words.money(gmv.estimate()),
                                        words.amount(gmv.low()),
                                        words.amount(gmv.high()))
                        + doubt();
        return forecast.offersWithoutEvidence().isEmpty()
                ? interval
                : interval
                        + ", without %s: too few held-out customers are like those who get them"
                                .formatted(String.join(", ", forecast.offersWithoutEvidence()));
    }

    private String doubt() {
        Randomisation randomisation = planned.model().fit().randomisation();
        return randomisation.verdict() == Randomisation.Verdict.BROKEN
                ? " (not to be trusted: see above)"
                : "";
    }

    private String gap() {
        return sends.outcome() == Outcome.OPTIMAL
                ? "0: proven to be the best plan for these scores"
                : "at most %s below the best possible plan for these scores"
                        .formatted(words.percent(sends.gap()));
    }

    private static List<String> lines(String name, List<String> texts) {
        List<String> lines = new ArrayList<>();
        texts.forEach(text -> lines.add(line(lines.isEmpty() ? name : "", text)));
        return lines;
    }

    private static String line(String name, String text) {
        return line(WIDTH, name, text);
    }

    /** A name and what is said of it, in two columns. */
    static String line(int width, String name, String text) {
        return ("  %-" + width + "s %s").formatted(name, text).stripTrailing();
    }
}
