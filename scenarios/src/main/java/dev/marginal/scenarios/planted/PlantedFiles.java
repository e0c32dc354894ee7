package dev.marginal.scenarios.planted;

import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import dev.marginal.uplift.planted.PlantedCustomers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a planted campaign as the files that a marketer would have, and the truth beside them. */
public final class PlantedFiles {
    private static final float ROUNDING = 1000;

    private PlantedFiles() {}

    /**
     * Writes {@code campaign.yml}, {@code history.csv.gz}, {@code audience.csv} and {@code
     * truth.csv} into {@code folder}, all of them or none.
     *
     * @param name the campaign's name
     * @throws BadInput if the folder is there already and not empty
     */
    public static void write(PlantedCampaign campaign, String name, Path folder) {
        PlantedFolder.fill(
                folder,
                draft -> {
                    writeTables(campaign, draft);
                    Files.writeString(draft.resolve("campaign.yml"), campaignFile(campaign, name));
                });
    }

    /** History, audience and truth. */
    static void writeTables(PlantedCampaign campaign, Path folder) {
        PlantedCustomers audience = campaign.audience();
        TableFiles.write(history(campaign), folder.resolve("history.csv.gz"));
        TableFiles.write(audience(audience), folder.resolve("audience.csv"));
        TableFiles.write(truth(campaign, audience), folder.resolve("truth.csv"));
    }

    private static Table history(PlantedCampaign campaign) {
        CampaignHistory history = campaign.world().history(campaign.historyRows()).history();
        List<String> arms =
                Stream.concat(Stream.of("none"), history.treatments().stream()).toList();
        List<String> words = arms.stream().sorted().toList();
        int[] codes =
                IntStream.of(history.arm()).map(arm -> words.indexOf(arms.get(arm))).toArray();
        List<Column> columns = new ArrayList<>();
        columns.add(PlantedColumns.ids("customer_id", "h", history.rows()));
        columns.addAll(rounded(history.customers()));
        columns.add(new CategoryColumn("arm", codes, words));
        if (campaign.world().confounded()) {
            columns.add(new AmountColumn("propensity", history.propensity()));
        }
        columns.add(new AmountColumn("gmv", history.gmv()));
        return new Table("history.csv.gz", history.rows(), columns);
    }

    private static Table audience(PlantedCustomers audience) {
        List<Column> columns = new ArrayList<>();
        columns.add(PlantedColumns.ids("customer_id", "c", audience.customers().rows()));
        columns.addAll(rounded(audience.customers()));
        return new Table("audience.csv", audience.customers().rows(), columns);
    }

    private static Table truth(PlantedCampaign campaign, PlantedCustomers audience) {
        int rows = audience.customers().rows();
        List<Column> columns = new ArrayList<>();
        columns.add(PlantedColumns.ids("customer_id", "c", rows));
        columns.add(PlantedColumns.money("baseline", audience.baseline()));
        List<String> treatments = campaign.world().treatments();
        for (int t = 0; t < treatments.size(); t++) {
            columns.add(PlantedColumns.money("uplift." + treatments.get(t), audience.uplift()[t]));
            columns.add(
                    PlantedColumns.money(
                            "order_probability." + treatments.get(t),
                            audience.orderProbability()[t]));
        }
        return new Table("truth.csv", rows, columns);
    }

    /** Three decimals are all that a marketer's file would have. */
    private static List<Column> rounded(Customers customers) {
        return customers.features().stream().map(PlantedFiles::rounded).toList();
    }

    private static Column rounded(Column feature) {
        if (!(feature instanceof NumberColumn number)) {
            return feature;
        }
        float[] values = new float[number.rows()];
        for (int row = 0; row < values.length; row++) {
            float value = number.values()[row];
            values[row] = Float.isNaN(value) ? value : Math.round(value * ROUNDING) / ROUNDING;
        }
        return new NumberColumn(number.name(), values);
    }

    private static String campaignFile(PlantedCampaign campaign, String name) {
        String propensity = campaign.world().confounded() ? "\n  propensity: propensity" : "";
        return """
                # Simulated by `marginal simulate`: no row is a real person. What each send truly earns stands in truth.csv.
                campaign: %s
                currency: USD
                history:
                  file: history.csv.gz       # %,d customers of a past campaign, %s
                  customer: customer_id
                  treatment: arm
                  control: none              # these got nothing
                  gmv: gmv                   # what each bought afterwards%s
                audience: {file: audience.csv, customer: customer_id}
                offers:
                  - {offer: push,      treatment: push,      channel: push,   cost_per_send: 0.01}
                  - {offer: coupon_5,  treatment: coupon_5,  channel: coupon, cost_per_send: 0.01, cost_per_order: 5.00, family: coupon, face_value: 5}
                  - {offer: coupon_10, treatment: coupon_10, channel: coupon, cost_per_send: 0.01, cost_per_order: 10.00, family: coupon, face_value: 10}
                objective: gmv
                budget: %.2f
                rules:
                  - {rule: contact_limit, channel: any,    at_most: 2}
                  - {rule: contact_limit, channel: coupon, at_most: 1}
                  - {rule: channel_cap,   channel: push,   max_sends: %d}
                """
                .formatted(
                        name,
                        campaign.historyRows(),
                        campaign.world().confounded()
                                ? "treated by a known, uneven chance"
                                : "each given an arm at random",
                        propensity,
                        campaign.budgetAmount(),
                        campaign.mostPushes());
    }
}
