package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.Column;
import dev.marginal.tables.Field;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.FeatureSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers that a campaign may contact.
 *
 * @param ids one per customer, unique
 * @param customers their features
 * @param fingerprint hash of what was read (hex)
 */
public record Audience(IdColumn ids, Customers customers, String fingerprint) {
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
        CampaignFile.AudienceColumns columns = file.audience();
        List<Field> fields = new ArrayList<>(List.of(Field.uniqueId(columns.customer())));
        known.forEach(feature -> fields.add(field(feature)));
        Table table =
                reader.read(
                        columns.source(),
                        new Layout(fields, columns.ignore(), Layout.Others.REFUSED, NEVER_SEEN));
        List<Column> features =
                known.stream().map(feature -> table.column(feature.name(), Column.class)).toList();
        return new Audience(
                table.column(columns.customer(), IdColumn.class),
                new Customers(table.rows(), features),
                Fingerprint.of(table));
    }

    private static Field field(FeatureSpec feature) {
        return feature.category() ? Field.category(feature.name()) : Field.number(feature.name());
    }
}
