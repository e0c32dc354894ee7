/** A fitted value model in a folder, whole or not at all. */
package dev.marginal.value.storage;
