package dev.marginal.uplift.planted;

import dev.marginal.uplift.Customers;

/**
 * Customers and the truth about them, which no learner is shown.
 *
 * @param customers the features
 * @param uplift {@code [treatment][customer]}: true incremental GMV, in currency
 * @param orderProbability {@code [treatment][customer]}: true P(order | treatment, x)
 * @param baseline {@code [customer]}: true expected GMV without any treatment, in currency
 */
public record PlantedCustomers(
        Customers customers, double[][] uplift, double[][] orderProbability, double[] baseline) {}
