/**
 * The doors to the pipeline. Today there is one: the command line ({@code dev.marginal.app.cli}).
 */
package dev.marginal.app;
