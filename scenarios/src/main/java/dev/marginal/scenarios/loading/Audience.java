package dev.marginal.scenarios.loading;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.FutureValues;
import dev.marginal.scenarios.Objective;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.lifecycle.Purchases;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The customers that a campaign may contact.
 *
 * @param ids one per customer, unique
 * @param customers their features
 * @param traits what rules want to know of them beside
 * @param fingerprint hash of what was read (hex)
 * @param standing where they stand, for a campaign that speaks of a lifecycle
 */
public record Audience(
        IdColumn ids,
        Customers customers,
        Traits traits,
        String fingerprint,
        Optional<Standing> standing) {
    private static final String NEVER_SEEN =
            "The model never saw such a feature. Maybe list it under audience.ignore.";

    /**
     * Reads the audience that {@code file} names, with the features that a model learns, or learnt,
     * from.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the audience; a feature that the
     *     model never saw is one
     */
    public static Audience load(CampaignFile file, List<FeatureSpec> known, TableReader reader) {
        return load(file, known, Purchases.of(file, reader, Execution.allCores()), reader);
    }

    /**
     * The same.
     *
     * @param purchases of the campaign's lifecycle, which may have been read already
     */
    public static Audience load(
            CampaignFile file,
            List<FeatureSpec> known,
            Optional<Purchases> purchases,
            TableReader reader) {
        Optional<Standing> standing =
                purchases.map(log -> log.standing(ids(file.audience(), reader)));
        TableReader own = reader(file, standing, reader);
        CampaignFile.AudienceColumns columns = file.audience();
        List<Field> fields = new ArrayList<>(List.of(Field.uniqueId(columns.customer())));
        known.forEach(feature -> fields.add(field(feature)));
        if (file.words().isEmpty() && standing.isEmpty()) {
            Table table = own.read(columns.source(), layout(fields, columns.ignore()));
            return of(table, columns, known, Traits.NONE, standing).withFuture(file, reader);
        }
        AudienceHeader named = AudienceHeader.of(file, standing);
        Table table = own.read(columns.source(), layout(fields, ignored(columns, fields, named)));
        Traits traits = new AudienceTraits(file, named, own, standing).read();
        return of(table, columns, known, traits, standing).withFuture(file, reader);
    }

    /**
     * Reads a part of the audience, the one that {@code file} names: what must hold of all
     * customers together, such as that a rule's segment has any, is left to {@link AudienceParts}.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the part
     */
    static Audience part(CampaignFile file, List<FeatureSpec> known, TableReader reader) {
        CampaignFile.AudienceColumns columns = file.audience();
        List<Field> fields = new ArrayList<>(List.of(Field.uniqueId(columns.customer())));
        known.forEach(feature -> fields.add(field(feature)));
        AudienceHeader named = AudienceHeader.of(file, Optional.empty());
        Table table =
                reader.read(columns.source(), layout(fields, ignored(columns, fields, named)));
        Traits traits =
                new AudienceTraits(file, named, reader, Optional.empty(), List.of(), false).read();
        return of(table, columns, known, traits, Optional.empty());
    }

    private static IdColumn ids(CampaignFile.AudienceColumns columns, TableReader reader) {
        Field id = Field.id(columns.customer());
        return reader.read(columns.source(), Layout.some(List.of(id)))
                .column(columns.customer(), IdColumn.class);
    }

    private static TableReader reader(
            CampaignFile file, Optional<Standing> standing, TableReader reader) {
        return standing.<TableReader>map(its -> new StandingReader(file, reader, its.columns()))
                .orElse(reader);
    }

    /** With what an order is worth later, where the objective counts it. */
    private Audience withFuture(CampaignFile file, TableReader reader) {
        if (!(file.objective() instanceof Objective.Value value)) {
            return this;
        }
        String name = file.audience().source().name();
        FutureValues future =
                value.table()
                        .map(table -> new FutureValueReader(table, name, ids, reader).read())
                        .orElseGet(() -> new LaterValues(file, standing.orElseThrow(), ids).read());
        return new Audience(ids, customers, traits.with(future), fingerprint, standing);
    }

    /**
     * The same customers, and what more words want to know of them. What is known is not read
     * again.
     *
     * @param file the campaign's, with these words alone
     * @throws dev.marginal.tables.BadInput with every word that the audience does not bear out
     * @throws StaleInput if the source does not hold these customers any more
     */
    public Audience knowing(CampaignFile file, TableReader reader) {
        AudienceHeader named = AudienceHeader.of(file, standing);
        TableReader own = reader(file, standing, reader);
        Traits more =
                new AudienceTraits(file, named, own, standing, traits.segmentations(), true).read();
        if (more.segmentations().isEmpty()) {
            return this;
        }
        requireSame(reader, file.audience());
        List<Segmentation> all = new ArrayList<>(traits.segmentations());
        all.addAll(more.segmentations());
        Traits together = new Traits(all, traits.amounts(), traits.future());
        return new Audience(ids, customers, together, fingerprint, standing);
    }

    private void requireSame(TableReader reader, CampaignFile.AudienceColumns columns) {
        IdColumn now = ids(columns, reader);
        boolean same = now.rows() == ids.rows();
        for (int row = 0; same && row < now.rows(); row++) {
            same = now.same(row, ids, row);
        }
        if (!same) {
            throw new StaleInput(
                    "%s holds other customers than when it was read. Start again to plan for them."
                            .formatted(columns.source().name()));
        }
    }

    private static Layout layout(List<Field> fields, List<String> ignored) {
        return new Layout(fields, ignored, Layout.Others.REFUSED, NEVER_SEEN);
    }

    /** A column that a rule names has its use, though the model never saw it. */
    private static List<String> ignored(
            CampaignFile.AudienceColumns columns, List<Field> fields, AudienceHeader named) {
        List<String> asked = fields.stream().map(Field::name).toList();
        return Stream.concat(
                        columns.ignore().stream(),
                        named.named().stream().filter(name -> !asked.contains(name)))
                .distinct()
                .toList();
    }

    private static Audience of(
            Table table,
            CampaignFile.AudienceColumns columns,
            List<FeatureSpec> known,
            Traits traits,
            Optional<Standing> standing) {
        List<Column> features =
                known.stream().map(feature -> table.column(feature.name(), Column.class)).toList();
        return new Audience(
                table.column(columns.customer(), IdColumn.class),
                new Customers(table.rows(), features),
                traits,
                fingerprint(table, traits),
                standing);
    }

    private static String fingerprint(Table table, Traits traits) {
        List<Column> columns = new ArrayList<>(table.columns());
        traits.segmentations()
                .forEach(
                        one ->
                                columns.add(
                                        new CategoryColumn(one.column(), one.code(), one.names())));
        new TreeMap<>(traits.amounts())
                .forEach((name, amount) -> columns.add(new NumberColumn(name, amount)));
        return Fingerprint.of(new Table(table.origin(), table.rows(), columns));
    }

    private static Field field(FeatureSpec feature) {
        return feature.category() ? Field.category(feature.name()) : Field.number(feature.name());
    }
}
