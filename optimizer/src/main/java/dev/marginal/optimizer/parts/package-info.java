/**
 * A campaign whose customers are kept in parts, on several machines.
 *
 * <p>A part is read by the same kernel as a whole campaign. What it has to know of the others is
 * little ({@link dev.marginal.optimizer.parts.Joint}): all limits, how far all columns reach, and
 * which kinds of customers there are, so that cells have the same numbers everywhere. Calls {@code
 * kernel}; how parts are reached is somebody else's.
 */
package dev.marginal.optimizer.parts;
