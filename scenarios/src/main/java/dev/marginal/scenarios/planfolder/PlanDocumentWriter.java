package dev.marginal.scenarios.planfolder;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.ValueParts;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.reasons.ReasonTotal;
import dev.marginal.tables.Fingerprint;
import dev.marginal.uplift.Interval;
import dev.marginal.uplift.Provenance;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Says a plan as {@code plan.json}. */
final class PlanDocumentWriter {
    private static final int MICRO_DIGITS = 6;

    private final PlannedCampaign planned;
    private final CampaignPlan plan;
    private final Day day;
    private final List<ReasonTotal> notSent;
    private final String name;
    private final Path folder;

    PlanDocumentWriter(
            PlannedCampaign planned, Day day, List<ReasonTotal> notSent, String name, Path folder) {
        this.planned = planned;
        this.plan = planned.plan();
        this.day = day;
        this.notSent = notSent;
        this.name = name;
        this.folder = folder;
    }

    PlanDocument document(SortedMap<String, String> files) {
        CampaignFile file = planned.file();
        SendPlan sends = plan.sends();
        LimitLines limits = new LimitLines(plan.offers().offers());
        ModelLines model = new ModelLines(planned.model(), planned.forecast(), planned.claims());
        return new PlanDocument(
                name,
                file.campaign(),
                day.date().toString(),
                day.kind().name().toLowerCase(Locale.ROOT),
                file.currency(),
                objective(file.objective()),
                sends.outcome().name().toLowerCase(Locale.ROOT),
                money(sends.valueMicros()),
                planned.parts().map(PlanDocumentWriter::parts).orElse(null),
                money(sends.spendMicros()),
                coFunding(),
                sends.sends(),
                sends.bound(),
                sends.priceBound(),
                sends.gap(),
                model.forecast(),
                model.evaluation(),
                model.randomisation(),
                ModelLines.drift(planned.drift()),
                offers(file),
                sends.limits().stream().map(limits::line).toList(),
                planned.neighbours().stream().map(this::neighbour).toList(),
                notSent.stream().map(PlanDocumentWriter::reason).toList(),
                new DayLines(day).lines(),
                inputs(file),
                made(planned.model().fit().model().provenance()),
                null,
                files);
    }

    private BigDecimal coFunding() {
        OptionalLong others = plan.coFundingMicros();
        return others.isPresent() ? money(others.getAsLong()) : null;
    }

    static String objective(Objective objective) {
        return objective instanceof Objective.Profit profit
                ? "profit, margin " + profit.margin()
                : objective.word();
    }

    private static PlanDocument.PartsLines parts(ValueParts parts) {
        return new PlanDocument.PartsLines(
                money(parts.gmvMicros()), money(parts.futureMicros()), ValueParts.ASSUMES);
    }

    private List<PlanDocument.OfferLine> offers(CampaignFile file) {
        List<OfferTotal> totals = plan.totals().offers();
        return IntStream.range(0, totals.size())
                .mapToObj(offer -> offer(totals.get(offer), file.offers().get(offer).message()))
                .toList();
    }

    static PlanDocument.OfferLine offer(OfferTotal total, Message message) {
        return new PlanDocument.OfferLine(
                total.offer().id(),
                total.offer().channel(),
                total.sends(),
                money(total.valueMicros()),
                money(total.spendMicros()),
                message.tags(),
                message.obeys() ? null : false,
                message.counts() ? null : false);
    }

    private PlanDocument.NeighbourLine neighbour(Neighbour one) {
        Optional<Interval> difference =
                one.kind() == Neighbour.Kind.POLICY
                        ? planned.forecast().minus(one.forecast())
                        : Optional.empty();
        return new PlanDocument.NeighbourLine(
                one.name(),
                one.kind().name(),
                one.value(),
                one.spend(),
                one.sends(),
                one.forecast().incrementalGmv().orElse(null),
                difference.orElse(null),
                one.forecast().offersWithoutEvidence());
    }

    static PlanDocument.ReasonLine reason(ReasonTotal total) {
        return new PlanDocument.ReasonLine(
                total.reason().word(), total.sends(), money(total.forgoneMicros()));
    }

    private PlanDocument.Inputs inputs(CampaignFile file) {
        Provenance provenance = planned.model().fit().model().provenance();
        return new PlanDocument.Inputs(
                line(file.path(), Fingerprint.of(file.path())),
                new PlanDocument.TableLine(
                        file.history().source().name(),
                        provenance.historyRows(),
                        provenance.historyFingerprint()),
                new PlanDocument.TableLine(
                        file.audience().source().name(),
                        planned.audience().customers().rows(),
                        planned.audience().fingerprint()),
                futureValue(file),
                planned.audience().standing().map(LifecycleLines::of).orElse(null),
                file.daily()
                        .contacts()
                        .map(contacts -> line(contacts.path(), Fingerprint.of(contacts.path())))
                        .orElse(null),
                day.log().stream()
                        .map(part -> line(part.file(), Fingerprint.of(part.file())))
                        .toList(),
                day.inputs());
    }

    private PlanDocument.TableLine futureValue(CampaignFile file) {
        if (!(file.objective() instanceof Objective.Value value)) {
            return null;
        }
        FutureValues future = planned.audience().traits().future().orElseThrow();
        return new PlanDocument.TableLine(
                value.table().map(table -> table.source().name()).orElse(PlanFiles.LIFECYCLE),
                future.rows(),
                future.fingerprint());
    }

    /** A file, found from the plan's folder. */
    private PlanDocument.FileLine line(Path file, String sha256) {
        Path from = folder.toAbsolutePath().normalize();
        String path = from.relativize(file.toAbsolutePath().normalize()).toString();
        return new PlanDocument.FileLine(path.replace('\\', '/'), sha256);
    }

    static PlanDocument.Made made(Provenance provenance) {
        return new PlanDocument.Made(
                provenance.learner(),
                provenance.settings().seed(),
                provenance.marginalVersion(),
                provenance.xgboostVersion());
    }

    static BigDecimal money(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS);
    }
}
