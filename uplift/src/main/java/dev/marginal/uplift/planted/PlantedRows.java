package dev.marginal.uplift.planted;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.Customers;
import java.util.ArrayList;
import java.util.List;

/** Collects planted customers into columns. */
final class PlantedRows {
    private static final List<String> REGIONS = List.of("east", "north", "south", "west");
    private static final int REGION_SOURCE = 4;
    private static final double QUARTILE = 0.6744897501960817;

    private final PlantedWorld world;
    private final float[][] numbers;
    private final int[] region;
    private final double[][] uplift;
    private final double[][] orderProbability;
    private final double[] baseline;

    PlantedRows(PlantedWorld world, int rows) {
        this.world = world;
        int treatments = world.arms().size();
        numbers = new float[PlantedWorld.FEATURES.size()][rows];
        region = new int[rows];
        uplift = new double[treatments][rows];
        orderProbability = new double[treatments][rows];
        baseline = new double[rows];
    }

    void add(int row, PlantedCustomer customer) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i][row] = customer.missing()[i] ? Float.NaN : (float) customer.x()[i];
        }
        region[row] = quarter(customer.x()[REGION_SOURCE]);
        baseline[row] = customer.expected(0);
        for (int t = 0; t < uplift.length; t++) {
            double strength = world.strength(t + 1);
            uplift[t][row] = customer.expected(strength) - baseline[row];
            orderProbability[t][row] = customer.orderProbability(strength);
        }
    }

    PlantedCustomers customers() {
        List<Column> features = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            features.add(new NumberColumn(PlantedWorld.FEATURES.get(i), numbers[i]));
        }
        if (world.regions()) {
            features.add(new CategoryColumn("region", region, REGIONS));
        }
        return new PlantedCustomers(
                new Customers(baseline.length, features), uplift, orderProbability, baseline);
    }

    private static int quarter(double x) {
        if (x < 0) {
            return x < -QUARTILE ? 0 : 1;
        }
        return x < QUARTILE ? 2 : 3;
    }
}
