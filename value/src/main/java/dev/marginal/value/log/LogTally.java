package dev.marginal.value.log;

/**
 * What a log held, and what of it is not used.
 *
 * @param rows all of them
 * @param customers those that have a name, also where all their rows are refunds
 * @param firstDay of all rows, as ISO date
 * @param lastDay of all rows, as ISO date
 * @param namelessRows rows without a customer
 * @param namelessAmount their sum, refunds included
 * @param refundRows rows of a customer with an amount below zero
 * @param refundAmount their sum, below zero
 * @param freeRows rows of a customer with an amount of zero; each is a purchase
 */
public record LogTally(
        long rows,
        long customers,
        String firstDay,
        String lastDay,
        long namelessRows,
        double namelessAmount,
        long refundRows,
        double refundAmount,
        long freeRows) {}
