/** A fitted value model in a folder, whole or not at all. May call {@code fitting}. */
package dev.marginal.value.storage;
