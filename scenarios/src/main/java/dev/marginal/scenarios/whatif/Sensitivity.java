package dev.marginal.scenarios.whatif;

import java.util.OptionalDouble;

/**
 * What a plan's value owes to one limit. A ceiling is tighter where it is lower, a floor where it
 * is higher.
 *
 * @param limit its name
 * @param price what its next unit earns, in currency
 * @param tighter the value lost where the limit is 5 % tighter, zero or less; empty where no plan
 *     keeps it then
 * @param looser the value won where it is 5 % looser, zero or more
 */
public record Sensitivity(
        String limit, double price, OptionalDouble tighter, OptionalDouble looser) {}
