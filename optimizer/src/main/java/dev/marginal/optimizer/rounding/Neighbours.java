package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Exchanges;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** The sets next to a customer's set at some prices. */
final class Neighbours {
    private static final Comparator<Near> NEAREST =
            Comparator.comparingDouble(Near::regret).thenComparingLong(Near::set);

    private final Instance instance;
    private final Rates rates;
    private final Exchanges exchanges;
    private final double[] reduced;

    Neighbours(Instance instance, Rates rates) {
        this.instance = instance;
        this.rates = rates;
        this.exchanges = new Exchanges(instance.personal());
        this.reduced = new double[instance.columns().offers()];
    }

    void forEach(int customer, long set, Exchanges.Visitor visitor) {
        instance.columns().reduce(rates, customer, reduced);
        exchanges.forEach(set, reduced, visitor);
    }

    /**
     * The set itself and the nearest sets within a regret, at most {@code most} in all: one
     * exchange away, then two, and so on, always from the nearest set found.
     */
    Twins of(int[] twins, long set, double within, int most) {
        instance.columns().reduce(rates, twins[0], reduced);
        PriorityQueue<Near> found = new PriorityQueue<>(NEAREST);
        Set<Long> seen = new HashSet<>(Set.of(set));
        List<Near> kept = new ArrayList<>();
        found.add(new Near(set, 0));
        while (!found.isEmpty() && kept.size() < most) {
            Near next = found.poll();
            kept.add(next);
            exchanges.forEach(
                    next.set,
                    reduced,
                    (other, regret) -> {
                        double total = next.regret + regret;
                        if (total <= within && seen.add(other)) {
                            found.add(new Near(other, total));
                        }
                    });
        }
        return new Twins(
                twins,
                kept.stream().mapToLong(Near::set).toArray(),
                kept.stream().mapToDouble(Near::regret).toArray());
    }

    private record Near(long set, double regret) {}
}
