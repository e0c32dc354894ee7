/**
 * A log of purchases in, what each customer will still buy out, and where each customer stands.
 *
 * <p>{@link dev.marginal.value.log.TransactionLog} reads the log and sums it up to {@link
 * dev.marginal.value.Histories}; {@code purchases} and {@code spending} fit models to them by
 * maximum likelihood; {@code boosted} learns from columns of customers as well; {@code scoring}
 * tells what a horizon brings; {@code evaluation} judges by a later time, and {@code report} draws
 * it; {@code lifecycle} names stages. The customer may as well be a creator or a merchant. This
 * module knows neither campaigns nor offers, and calls {@code tables}, {@code boosting} and {@code
 * reports} and nothing else of Marginal.
 */
package dev.marginal.value;
