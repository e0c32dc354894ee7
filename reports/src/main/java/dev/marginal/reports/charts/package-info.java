/**
 * Charts as SVG, without a browser, a font or a window system: the same data give the same bytes on
 * every machine. Each chart has a title and a description for those who cannot see it, and its data
 * as a table. {@link dev.marginal.reports.charts.Frame} is the one way in which axes are drawn.
 */
package dev.marginal.reports.charts;
