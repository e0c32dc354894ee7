package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.MoneyColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import dev.marginal.uplift.UpliftScores;
import dev.marginal.uplift.storage.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of one plan into a folder. */
final class PlanFiles {
    private final PlannedCampaign planned;
    private final CampaignPlan plan;
    private final LocalDate date;
    private final String name;
    private final Path folder;

    PlanFiles(PlannedCampaign planned, LocalDate date, String name, Path folder) {
        this.planned = planned;
        this.plan = planned.plan();
        this.date = date;
        this.name = name;
        this.folder = folder;
    }

    void write() throws IOException {
        Files.copy(planned.file().path(), folder.resolve("campaign.yml"));
        TableFiles.write(scores(), folder.resolve("scores.parquet"));
        Table sends = sends();
        TableFiles.write(sends, folder.resolve("sends.csv"));
        TableFiles.write(sends, folder.resolve("sends.parquet"));
        new ModelFolder(folder.resolve("model")).write(planned.model());
        PlanDocument document =
                new PlanDocumentWriter(planned, date, name, folder).document(hashes());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("plan.json").toFile(), document);
    }

    private Table scores() {
        UpliftScores scores = plan.scores();
        List<Column> columns = new ArrayList<>(List.of(planned.audience().ids().named("customer")));
        columns.add(new NumberColumn("baseline", scores.baseline()));
        for (int t = 0; t < scores.treatments().size(); t++) {
            columns.add(
                    new NumberColumn("uplift." + scores.treatments().get(t), scores.uplift()[t]));
            columns.add(
                    new NumberColumn(
                            "order_probability." + scores.treatments().get(t),
                            scores.orderProbability()[t]));
            if (scores.cost().isPresent()) {
                columns.add(
                        new NumberColumn(
                                "cost." + scores.treatments().get(t), scores.cost().get()[t]));
            }
        }
        return new Table("scores", scores.customers(), columns);
    }

    private Table sends() {
        SendPlan sends = plan.sends();
        OfferBook book = plan.offers();
        int[] treatments = CampaignOffer.treatmentsIn(plan.scores(), planned.file().offers());
        int count = sends.sends();
        long[] value = new long[count];
        long[] cost = new long[count];
        float[] uplift = new float[count];
        float[] orderProbability = new float[count];
        for (int i = 0; i < count; i++) {
            int treatment = treatments[sends.offer()[i]];
            int customer = sends.customer()[i];
            value[i] = book.valueMicros(sends.offer()[i], customer);
            cost[i] = book.costMicros(sends.offer()[i], customer);
            uplift[i] = plan.scores().uplift()[treatment][customer];
            orderProbability[i] = plan.scores().orderProbability()[treatment][customer];
        }
        List<Column> columns =
                List.of(
                        planned.audience().ids().select(sends.customer()).named("customer"),
                        words(
                                "offer",
                                sends.offer(),
                                book.offers().stream().map(offer -> offer.id()).toList()),
                        words(
                                "channel",
                                sends.offer(),
                                book.offers().stream().map(offer -> offer.channel()).toList()),
                        new MoneyColumn("value", value),
                        new MoneyColumn("cost", cost),
                        new NumberColumn("uplift", uplift),
                        new NumberColumn("order_probability", orderProbability));
        return new Table("sends", count, columns);
    }

    /** The word of each send's offer, as a category. */
    private static CategoryColumn words(String column, byte[] offers, List<String> wordOfOffer) {
        List<String> words = wordOfOffer.stream().distinct().sorted().toList();
        int[] codeOfOffer = wordOfOffer.stream().mapToInt(words::indexOf).toArray();
        int[] codes = new int[offers.length];
        for (int i = 0; i < offers.length; i++) {
            codes[i] = codeOfOffer[offers[i]];
        }
        return new CategoryColumn(column, codes, words);
    }

    private SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    hashes.put(
                                            folder.relativize(file).toString().replace('\\', '/'),
                                            Fingerprint.of(file)));
        }
        return hashes;
    }
}
