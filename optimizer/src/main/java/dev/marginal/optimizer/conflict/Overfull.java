package dev.marginal.optimizer.conflict;

import static dev.marginal.optimizer.conflict.Words.say;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Limits that sends fixed beforehand break on their own, whatever else is sent. */
public record Overfull(Instance instance) {
    /**
     * One sentence for each such limit, none if there are none.
     *
     * @param use what the pins use of every row
     */
    public List<String> sentences(Pins pins, long[] use) {
        List<String> sentences = new ArrayList<>();
        int row = 0;
        for (Limit limit : instance.limits()) {
            if (limit instanceof Limit.Shared shared) {
                addShared(shared, use[row++], sentences);
            } else {
                addPersonal((Limit.Personal) limit, pins, sentences);
            }
        }
        return sentences;
    }

    private static void addShared(Limit.Shared limit, long use, List<String> sentences) {
        if (CheapestSends.onlyFills(limit) && use > limit.most()) {
            sentences.add(
                    say(
                            "%s allows at most %s, and pinned sends alone use %s",
                            Words.subject(limit),
                            Words.amount(limit, limit.most()),
                            Words.number(limit, use)));
        }
    }

    private void addPersonal(Limit.Personal limit, Pins pins, List<String> sentences) {
        IntPredicate members = limit.where().members(instance.book().segmentations());
        long broken =
                IntStream.range(0, pins.customers())
                        .filter(pin -> members.test(pins.customer()[pin]))
                        .filter(pin -> pinned(limit, pins, pin) > limit.most())
                        .count();
        if (broken > 0) {
            sentences.add(
                    say(
                            "%s allows at most %,d to one customer%s, and %,d customers have more pinned",
                            limit.name(), limit.most(), Words.who(limit.where()), broken));
        }
    }

    private static int pinned(Limit.Personal limit, Pins pins, int pin) {
        return Long.bitCount(pins.offers()[pin].bits() & limit.offers().bits());
    }
}
