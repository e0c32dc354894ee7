package dev.marginal.benchmarks.serving;

import dev.marginal.benchmarks.processes.Options;
import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.Allocators;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.tables.duckdb.TableFiles;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the campaign that is asked about, in this JVM: {@code history.parquet}, {@code
 * audience.parquet}, {@code campaign.yml} and a fitted model. What limits should be at is measured
 * on a sample of the audience.
 */
public final class CampaignCase {
    private static final int HISTORY = 20_000;
    private static final int SAMPLE = 100_000;

    private final Path folder;
    private final int customers;
    private final PlantedWords words;
    private final Execution execution = Execution.allCores();

    private CampaignCase(Path folder, int customers, long seed) {
        this.folder = folder;
        this.customers = customers;
        this.words = new PlantedWords(seed);
    }

    /** Writes one campaign. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments, Set.of("folder", "customers", "seed", "facts"));
        new CampaignCase(
                        Path.of(options.text("folder", "")),
                        options.integer("customers", 1_000_000),
                        options.integer("seed", 101))
                .write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        int sampled = Math.min(SAMPLE, customers);
        write(history(words.world().history(HISTORY).history()), "history.parquet");
        write(audience(sampled), "sample.parquet");
        Valued sample = valued();
        Budget none = Budget.unlimited();
        double times = (double) customers / sampled;
        double spend = plan(sample, none).spend();
        SendPlan affordable = plan(sample, Budget.of(PlantedWords.budget(spend)));
        Map<String, Long> sends = sends(sample, affordable, times);
        write(audience(customers), "audience.parquet");
        Files.writeString(
                folder.resolve("campaign.yml"),
                words.limited("audience.parquet", spend * times, sends));
    }

    private Valued valued() throws IOException {
        Path file = folder.resolve("sample.yml");
        Files.writeString(file, PlantedWords.unlimited("sample.parquet", 1_000));
        PlanningJob job = new PlanningJob(new DuckDbReader(), execution, Progress.SILENT);
        CampaignFile campaign = CampaignFileReader.read(file);
        StoredModel model = job.fit(campaign);
        new ModelFolder(folder.resolve("models")).write(model);
        return job.value(campaign, model);
    }

    private SendPlan plan(Valued valued, Budget budget) {
        AllocatorSettings search = valued.file().search();
        return Allocators.standard(search, execution)
                .allocate(valued.offers(), budget, valued.file().rules());
    }

    private static Map<String, Long> sends(Valued valued, SendPlan plan, double times) {
        long[] sends = new long[valued.offers().offers().size()];
        for (int offer : Arrays.copyOf(plan.offer(), plan.sends())) {
            sends[offer]++;
        }
        List<String> channels =
                valued.offers().offers().stream().map(offer -> offer.channel()).toList();
        long[] all = Arrays.stream(sends).map(count -> Math.round(count * times)).toArray();
        return PlantedWords.byChannel(channels, all);
    }

    private Table history(CampaignHistory history) {
        List<String> arms =
                Stream.concat(Stream.of("none"), history.treatments().stream()).toList();
        List<String> sorted = arms.stream().sorted().toList();
        int[] codes =
                IntStream.of(history.arm()).map(arm -> sorted.indexOf(arms.get(arm))).toArray();
        List<Column> columns = columns("h", history.customers());
        columns.add(new CategoryColumn("arm", codes, sorted));
        columns.add(new AmountColumn("gmv", history.gmv()));
        return new Table("history", history.rows(), columns);
    }

    private Table audience(int rows) {
        Customers people = words.world().audience(rows).customers();
        return new Table("audience", rows, columns("c", people));
    }

    private List<Column> columns(String prefix, Customers people) {
        List<Column> columns = new ArrayList<>();
        IdColumn.Builder ids = new IdColumn.Builder("customer_id");
        int[] regions = new int[people.rows()];
        SplittableRandom random = new SplittableRandom(words.seed() + prefix.hashCode());
        for (int row = 0; row < people.rows(); row++) {
            ids.add(prefix + (10_000_000 + row));
            regions[row] = random.nextInt(PlantedWords.REGIONS);
        }
        columns.add(ids.build());
        columns.addAll(people.features());
        columns.add(
                new CategoryColumn(
                        "region",
                        regions,
                        IntStream.range(0, PlantedWords.REGIONS)
                                .mapToObj(PlantedWords::region)
                                .toList()));
        return columns;
    }

    private void write(Table table, String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        TableFiles.write(table, folder.resolve(name));
    }
}
