package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.List;

/**
 * Why no plan keeps every limit, in the user's words and numbers.
 *
 * @param sentences the smallest set of limits that fight, floors first: without any one of them the
 *     fight is no longer proven; empty if none is proven
 * @param relaxations for each of these limits, or for three where they are more than eight, the
 *     least change of it alone that makes room: whole sends, cents that suffice, the nearest ratio
 *     that can be kept. "Would be enough" where a plan was found with it, "at least" where only
 *     less is known not to do. Limits that no change of their own helps are left out
 */
public record Conflict(List<String> sentences, List<String> relaxations) {
    public Conflict {
        sentences = List.copyOf(sentences);
        relaxations = List.copyOf(relaxations);
    }

    /** The conflict of an instance's limits, or none if none is proven. */
    public static Conflict of(Instance instance, Feasibility feasibility) {
        Worthless worthless = new Worthless(instance.book());
        List<Limit> limits = new Fight(instance, worthless, feasibility).smallest();
        if (limits.isEmpty()) {
            return new Conflict(List.of(), List.of());
        }
        Instance fight = Instance.of(instance.book(), limits);
        List<Leeway> leeways = new Relaxing(instance, worthless, feasibility).of(limits);
        return new Conflict(
                new Wording(fight, new Together(limits, worthless, feasibility)).sentences(),
                new Advice(fight).sentences(leeways));
    }

    /** Whether some limits are proven to fight. */
    public boolean isProven() {
        return !sentences.isEmpty();
    }
}
