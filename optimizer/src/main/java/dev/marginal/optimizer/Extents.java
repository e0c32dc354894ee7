package dev.marginal.optimizer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the columns of a campaign's customers reach.
 *
 * @param customers how many there are
 * @param value of each offer
 * @param cost of each offer
 * @param measures by name, of each offer
 */
public record Extents(
        int customers, List<Extent> value, List<Extent> cost, Map<String, List<Extent>> measures)
        implements Serializable {
    public Extents {
        value = List.copyOf(value);
        cost = List.copyOf(cost);
        measures = Map.copyOf(measures);
    }

    /**
     * The extents of both campaigns' customers together, of the same offers and measures.
     *
     * @throws ArithmeticException if they are 2<sup>31</sup> or more
     */
    public Extents and(Extents other) {
        Map<String, List<Extent>> both = new HashMap<>();
        measures.forEach((name, own) -> both.put(name, and(own, other.measures.get(name))));
        return new Extents(
                Math.addExact(customers, other.customers),
                and(value, other.value),
                and(cost, other.cost),
                both);
    }

    private static List<Extent> and(List<Extent> some, List<Extent> others) {
        List<Extent> both = new ArrayList<>();
        for (int offer = 0; offer < some.size(); offer++) {
            both.add(some.get(offer).and(others.get(offer)));
        }
        return both;
    }
}
