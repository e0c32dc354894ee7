package dev.marginal.app.answers;

import dev.marginal.scenarios.whatif.Sensitivity;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a plan's value owes to one limit, in currency.
 *
 * @param limit its name
 * @param price what one more unit of it earns
 * @param tighter the value won where it is 5 % tighter, zero or less; missing where no plan keeps
 *     it then
 * @param looser the value won where it is 5 % looser
 */
public record SensitivityJson(String limit, double price, Double tighter, Double looser) {
    static List<SensitivityJson> of(List<Sensitivity> all) {
        return all.stream()
                .map(
                        one ->
                                new SensitivityJson(
                                        one.limit(),
                                        one.price(),
                                        orNull(one.tighter()),
                                        orNull(one.looser())))
                .toList();
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
