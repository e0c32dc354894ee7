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
import dev.marginal.uplift.UpliftModel;
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
    /**
     * Reads the audience that {@code file} names, with the features that {@code model} learnt from.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the audience; a feature that the
     *     model never saw is one
     */
    public static Audience load(CampaignFile file, UpliftModel model, TableReader reader) {
        CampaignFile.AudienceColumns columns = file.audience();
        List<Field> fields = new ArrayList<>(List.of(Field.uniqueId(columns.customer())));
        model.features().forEach(feature -> fields.add(field(feature)));
        Table table =
                reader.read(
                        columns.source(),
                        new Layout(fields, columns.ignore(), Layout.Others.REFUSED));
        List<Column> features =
                model.features().stream()
                        .map(feature -> table.column(feature.name(), Column.class))
                        .toList();
        return new Audience(
                table.column(columns.customer(), IdColumn.class),
                new Customers(table.rows(), features),
                Fingerprint.of(table));
    }

    private static Field field(FeatureSpec feature) {
        return feature.category() ? Field.category(feature.name()) : Field.number(feature.name());
    }
}
