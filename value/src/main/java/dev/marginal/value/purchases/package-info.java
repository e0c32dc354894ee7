/**
 * Models of when customers buy and when they stop, and how they are fitted. {@link
 * dev.marginal.value.purchases.PurchaseModels} lists them.
 */
package dev.marginal.value.purchases;
