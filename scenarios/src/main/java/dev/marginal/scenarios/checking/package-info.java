/**
 * Looks at a campaign before it is fitted and planned: every problem of every file at once, the
 * quality of the data, the lottery, what effects could be seen at all, and whether any plan keeps
 * the rules. Fits nothing, decides nothing and writes nothing.
 */
package dev.marginal.scenarios.checking;
