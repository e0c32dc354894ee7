/**
 * Plans in a directory: folders that appear by one rename, and ledgers that change by one new file.
 */
package dev.marginal.scenarios.store.directory;
