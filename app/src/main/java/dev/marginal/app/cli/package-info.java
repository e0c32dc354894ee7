/**
 * The command line: a file per command, results on standard output, everything else on standard
 * error.
 */
package dev.marginal.app.cli;
