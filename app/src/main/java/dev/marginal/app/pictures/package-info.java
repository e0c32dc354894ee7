/** Charts as pixels: the only place that needs a font, and the only one that knows the renderer. */
package dev.marginal.app.pictures;
