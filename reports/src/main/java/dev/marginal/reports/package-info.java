/**
 * Figures and words in, one page with charts out, which works offline and without a script.
 *
 * <p>A {@link dev.marginal.reports.Page} is an opening, {@link dev.marginal.reports.Section}s that
 * each answer a question, and the meaning of its words. {@code charts} draws. This module knows
 * neither campaigns nor customers: whoever has something to report brings the figures and the
 * sentences.
 */
package dev.marginal.reports;
