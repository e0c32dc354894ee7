/** Asks a desk one question after the other: along budgets, and around every limit. */
package dev.marginal.scenarios.whatif.walks;
