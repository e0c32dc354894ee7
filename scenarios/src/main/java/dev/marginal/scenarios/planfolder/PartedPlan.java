package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Forecast;
import dev.marginal.scenarios.ModelClaims;
import dev.marginal.scenarios.OfferTotal;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.scenarios.planning.TodaysBudget;
import dev.marginal.uplift.Provenance;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Says as {@code plan.json} a plan whose customers were planned in parts: the keys of every plan,
 * as far as they can be told without all customers in one place. Other ways to plan and the drift
 * of features are not told.
 *
 * @param name of the plan's folder
 * @param figures of the plan; who gets what stands in the parts' files
 * @param totals of all parts' files
 * @param audience what was planned for
 * @param day what was known of the day
 * @param spread how the parts were gone through
 */
public record PartedPlan(
        String name,
        CampaignFile file,
        LocalDate date,
        StoredModel model,
        SendPlan figures,
        Forecast forecast,
        PartTotals totals,
        WholeAudience audience,
        DayFacts day,
        Spread spread) {
    /** Where the folder holds what it was made from. */
    public static final String CAMPAIGN_FILE = "campaign.yml";

    /** The same of contacts.yml. */
    public static final String CONTACTS_FILE = "contacts.yml";

    /**
     * All customers.
     *
     * @param source the address of their files
     * @param fingerprint hash of the files' hashes, in their order
     */
    public record WholeAudience(String source, long customers, String fingerprint) {}

    /**
     * What was known of the day.
     *
     * @param today today's part of the budget; empty where the file's is today's
     * @param holdouts who is held out
     * @param heldOut how many customers each of them holds out
     * @param log the addresses of the log's files, in their order, and their hashes
     * @param inputs what the plan was made from, by name: hashes and settings
     */
    public record DayFacts(
            Optional<TodaysBudget> today,
            List<Holdout> holdouts,
            long[] heldOut,
            LinkedHashMap<String, String> log,
            SortedMap<String, String> inputs) {
        public DayFacts {
            holdouts = List.copyOf(holdouts);
        }
    }

    /**
     * How parts were gone through.
     *
     * @param passes over all customers, of which sums came to the driver
     * @param passBytes of the largest of them
     * @param rows of single customers that came to the driver
     */
    public record Spread(int parts, int passes, long passBytes, long rows) {}

    /**
     * The bytes of {@code plan.json}.
     *
     * @param files the hashes of all files beside it, by their paths in the folder
     */
    public byte[] json(SortedMap<String, String> files) {
        try {
            return new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsBytes(document(files));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PlanDocument document(SortedMap<String, String> files) {
        ModelLines lines =
                new ModelLines(
                        model,
                        forecast,
                        new ModelClaims(
                                currency(totals.claims()[0]), currency(totals.claims()[1])));
        List<CampaignOffer> offers = file.offers();
        List<OfferTotal> offerTotals =
                totals.offerTotals(offers.stream().map(CampaignOffer::offer).toList());
        LimitLines limits = new LimitLines(offers.stream().map(CampaignOffer::offer).toList());
        return new PlanDocument(
                name,
                file.campaign(),
                date.toString(),
                "live",
                file.currency(),
                PlanDocumentWriter.objective(file.objective()),
                figures.outcome().name().toLowerCase(Locale.ROOT),
                PlanDocumentWriter.money(figures.valueMicros()),
                null,
                PlanDocumentWriter.money(figures.spendMicros()),
                totals.coFunding() < 0 ? null : PlanDocumentWriter.money(totals.coFunding()),
                offerTotals.stream().mapToLong(OfferTotal::sends).sum(),
                figures.bound(),
                figures.priceBound(),
                figures.gap(),
                lines.forecast(),
                lines.evaluation(),
                lines.randomisation(),
                null,
                IntStream.range(0, offers.size())
                        .mapToObj(
                                offer ->
                                        PlanDocumentWriter.offer(
                                                offerTotals.get(offer),
                                                offers.get(offer).message()))
                        .toList(),
                figures.limits().stream().map(limits::line).toList(),
                null,
                totals.reasonTotals().stream().map(PlanDocumentWriter::reason).toList(),
                DayLines.ofParts(day.today(), day.holdouts(), day.heldOut(), audience.customers()),
                inputs(files),
                PlanDocumentWriter.made(model.fit().model().provenance()),
                new PlanDocument.SpreadLines(
                        spread.parts(), spread.passes(), spread.passBytes(), spread.rows()),
                files);
    }

    private PlanDocument.Inputs inputs(SortedMap<String, String> files) {
        Provenance provenance = model.fit().model().provenance();
        return new PlanDocument.Inputs(
                new PlanDocument.FileLine(whole(file.path()), files.get(CAMPAIGN_FILE)),
                new PlanDocument.TableLine(
                        file.history().source().name(),
                        provenance.historyRows(),
                        provenance.historyFingerprint()),
                new PlanDocument.TableLine(
                        audience.source(), audience.customers(), audience.fingerprint()),
                null,
                null,
                file.daily()
                        .contacts()
                        .map(
                                one ->
                                        new PlanDocument.FileLine(
                                                whole(one.path()), files.get(CONTACTS_FILE)))
                        .orElse(null),
                day.log().entrySet().stream()
                        .map(one -> new PlanDocument.FileLine(one.getKey(), one.getValue()))
                        .toList(),
                day.inputs());
    }

    /** Where a file was on the machine that planned. */
    private static String whole(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static double currency(long micros) {
        return (double) micros / OfferBook.MICROS;
    }
}
