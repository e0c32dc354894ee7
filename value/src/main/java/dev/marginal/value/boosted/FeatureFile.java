package dev.marginal.value.boosted;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file with a row per customer: an id, and columns that were known when they first bought.
 *
 * <p>Every buyer must have a row. An empty cell says that something is not known; a row that is not
 * there may say that the customer has left, which trees must not learn.
 *
 * @param customer the column of ids, each once
 */
public record FeatureFile(Source source, String customer, TableReader reader) {
    private static final String NEVER_SEEN =
            "The model never saw such a column. Maybe remove it, or fit the model again.";

    /**
     * All columns, to learn from: numbers and categories as they stand there.
     *
     * @param buyers who must have a row
     * @param log how messages call where the buyers come from
     * @throws BadInput with every problem of the file
     */
    public CustomerColumns learnable(IdColumn buyers, String log) {
        Field id = Field.uniqueId(customer);
        return read(
                new Layout(List.of(id), List.of(), Layout.Others.FEATURES), List.of(), buyers, log);
    }

    /**
     * The columns that a model learnt, each with its type, and no others. A number must be one; a
     * category must be one of the words that stood there when the model learnt, or missing.
     *
     * @throws BadInput with every problem of the file
     */
    public CustomerColumns known(List<FeatureSpec> learnt, IdColumn buyers, String log) {
        List<Field> fields = new ArrayList<>(List.of(Field.uniqueId(customer)));
        learnt.forEach(feature -> fields.add(field(feature)));
        return read(
                new Layout(fields, List.of(), Layout.Others.REFUSED, NEVER_SEEN),
                learnt,
                buyers,
                log);
    }

    private static Field field(FeatureSpec feature) {
        return feature.category() ? Field.category(feature.name()) : Field.number(feature.name());
    }

    /** What is wrong with one column keeps none of the others from being told. */
    private CustomerColumns read(
            Layout layout, List<FeatureSpec> learnt, IdColumn buyers, String log) {
        Problems problems = new Problems();
        FeatureFaults faults = new FeatureFaults(source.name(), customer, problems);
        Optional<Found> whole = whole(layout, buyers, problems);
        whole.ifPresent(found -> faults.tellNames(found.table()));
        learnt.stream()
                .filter(FeatureSpec::category)
                .forEach(
                        feature ->
                                whole.or(() -> part(buyers, Field.id(customer), field(feature)))
                                        .ifPresent(found -> faults.tellUnseen(feature, found)));
        whole.or(() -> part(buyers, Field.id(customer)))
                .ifPresent(found -> faults.tellAbsent(found, buyers, log));
        problems.throwIfAny();
        Table table = whole.orElseThrow().table();
        return new CustomerColumns(
                source.name(),
                table.column(customer, IdColumn.class),
                table.columns().stream().filter(each -> !each.name().equals(customer)).toList());
    }

    /**
     * Rows that were read.
     *
     * @param places by buyer: their row, or {@link IdIndex#ABSENT}
     */
    record Found(Table table, int[] places) {}

    private Optional<Found> whole(Layout layout, IdColumn buyers, Problems problems) {
        try {
            return Optional.of(found(layout, buyers));
        } catch (BadInput wrong) {
            wrong.problems().forEach(problems::add);
            problems.addUntold(wrong.found() - wrong.problems().size());
            return Optional.empty();
        }
    }

    /** Some columns, where they can be read; that they cannot is told already. */
    private Optional<Found> part(IdColumn buyers, Field... fields) {
        try {
            return Optional.of(found(Layout.some(List.of(fields)), buyers));
        } catch (BadInput told) {
            return Optional.empty();
        }
    }

    private Found found(Layout layout, IdColumn buyers) {
        Table table = reader.read(source, layout);
        IdIndex index = new IdIndex(table.column(customer, IdColumn.class));
        return new Found(
                table,
                IntStream.range(0, buyers.rows()).map(row -> index.find(buyers, row)).toArray());
    }
}
