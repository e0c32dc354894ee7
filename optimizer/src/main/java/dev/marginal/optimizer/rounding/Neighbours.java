package dev.marginal.optimizer.rounding;

import dev.marginal.optimizer.kernel.Exchanges;
import dev.marginal.optimizer.kernel.Instance;
import dev.marginal.optimizer.kernel.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sets next to a customer's set at some prices. */
final class Neighbours {
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

    /** The set itself and its nearest neighbours within a regret, at most {@code most} of them. */
    Twins of(int[] twins, long set, double within, int most) {
        List<Near> near = new ArrayList<>();
        forEach(
                twins[0],
                set,
                (other, regret) -> {
                    if (regret <= within) {
                        near.add(new Near(other, regret));
                    }
                });
        near.sort(Comparator.comparingDouble(Near::regret).thenComparingLong(Near::set));
        near.add(0, new Near(set, 0));
        List<Near> kept = near.subList(0, Math.min(near.size(), most + 1));
        return new Twins(
                twins,
                kept.stream().mapToLong(Near::set).toArray(),
                kept.stream().mapToDouble(Near::regret).toArray());
    }

    private record Near(long set, double regret) {}
}
