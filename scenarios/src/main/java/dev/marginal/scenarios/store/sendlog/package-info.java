/**
 * The log of sends: CSV in, one immutable Parquet file for each import, and the sends of given
 * customers out, whatever keeps the files.
 */
package dev.marginal.scenarios.store.sendlog;
