package dev.marginal.scenarios.loading;

import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what the campaign file says about columns of the audience: segments and amounts. */
final class AudienceTraits {
    private static final double MOST_AMOUNT = 1e9;

    private final CampaignFile file;
    private final AudienceHeader header;
    private final TableReader reader;
    private final Optional<Standing> standing;
    private final List<Segmentation> known;
    private final boolean whole;

    AudienceTraits(
            CampaignFile file,
            AudienceHeader header,
            TableReader reader,
            Optional<Standing> standing) {
        this(file, header, reader, standing, List.of(), true);
    }

    /**
     * @param reader knows the columns of the lifecycle, where there is one
     * @param known segmentations that need not be read again
     * @param whole whether these are all customers, who have to bear out what is said of them
     */
    AudienceTraits(
            CampaignFile file,
            AudienceHeader header,
            TableReader reader,
            Optional<Standing> standing,
            List<Segmentation> known,
            boolean whole) {
        this.known = known;
        this.whole = whole;
        this.standing = standing;
        this.file = file;
        this.header = header;
        this.reader = reader;
    }

    /**
     * The traits of every customer, in the order of the audience, but those that are known.
     *
     * @throws dev.marginal.tables.BadInput with every word that the audience does not bear out
     */
    Traits read() {
        List<Segmentation> segmentations = new ArrayList<>(byColumn());
        segmentations.addAll(new AudienceConditions(file, standing, this::isKnown, whole).read());
        return new Traits(segmentations, amounts());
    }

    private List<Segmentation> byColumn() {
        Table table = read(use -> use != AudienceWords.Use.AMOUNT, Field::category);
        List<Segmentation> found =
                table.columns().stream()
                        .map(CategoryColumn.class::cast)
                        .map(AudienceTraits::segmentation)
                        .toList();
        if (whole) {
            List<Segmentation> all = new ArrayList<>(known);
            all.addAll(found);
            new BorneOut(file).requireColumns(column -> names(all, column));
        }
        return found;
    }

    private boolean isKnown(String column) {
        return known.stream().anyMatch(one -> one.column().equals(column));
    }

    private static List<String> names(List<Segmentation> found, String column) {
        return found.stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow()
                .names();
    }

    private static Segmentation segmentation(CategoryColumn column) {
        List<String> names = column.words();
        int missing = names.indexOf(Traits.MISSING);
        boolean anyMissing =
                IntStream.of(column.codes()).anyMatch(code -> code == CategoryColumn.MISSING);
        if (anyMissing && missing < 0) {
            missing = names.size();
            names = Stream.concat(names.stream(), Stream.of(Traits.MISSING)).toList();
        }
        int[] code = column.codes().clone();
        for (int row = 0; row < code.length; row++) {
            code[row] = code[row] == CategoryColumn.MISSING ? missing : code[row];
        }
        return new Segmentation(column.name(), names, code);
    }

    private Map<String, float[]> amounts() {
        Table table =
                read(
                        use -> use == AudienceWords.Use.AMOUNT,
                        name -> Field.amount(name, -MOST_AMOUNT, MOST_AMOUNT));
        Map<String, float[]> amounts = new TreeMap<>();
        for (var column : table.columns()) {
            amounts.put(column.name(), single(((AmountColumn) column).values()));
        }
        return amounts;
    }

    private static float[] single(double[] values) {
        float[] single = new float[values.length];
        for (int row = 0; row < values.length; row++) {
            single[row] = (float) values[row];
        }
        return single;
    }

    /** The columns of some use; a table without columns where none has it. */
    private Table read(Predicate<AudienceWords.Use> wanted, Function<String, Field> field) {
        TreeSet<String> names = new TreeSet<>();
        file.words().columns().stream()
                .filter(column -> wanted.test(column.use()) && !isKnown(column.column()))
                .forEach(column -> names.add(column.column()));
        if (names.isEmpty()) {
            return new Table(file.audience().source().name(), 0, List.of());
        }
        List<String> others =
                header.names().stream().filter(name -> !names.contains(name)).toList();
        return reader.read(
                file.audience().source(),
                new Layout(names.stream().map(field).toList(), others, Layout.Others.REFUSED));
    }
}
