package dev.marginal.app.answers;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.words.PriceWords;
import dev.marginal.scenarios.words.Words;
import java.util.List;

/**
 * A limit across customers as a plan uses it.
 *
 * @param limit its name, by which scenarios set and drop it
 * @param counts {@code sends}, {@code money}, or {@code amount} of anything else
 * @param atLeast its floor, in what it counts; missing for none, and for a limit on a ratio
 * @param atMost its ceiling alike
 * @param use what the plan's sends use of it
 * @param price what one more unit of it earns
 * @param binds whether it has a price
 * @param words the price as a sentence; missing where there is none to tell
 */
public record LimitJson(
        String limit,
        String counts,
        Double atLeast,
        Double atMost,
        double use,
        double price,
        boolean binds,
        String words) {
    static List<LimitJson> of(Answer answer) {
        Words currency = new Words(answer.brief().file().currency());
        PriceWords words = new PriceWords(answer.plan(), currency);
        return answer.plan().sends().limits().stream().map(use -> of(use, words)).toList();
    }

    private static LimitJson of(LimitUse use, PriceWords words) {
        Limit.Shared limit = use.limit();
        boolean least = limit.isPlain() && limit.hasFloor();
        boolean most = limit.isPlain() && limit.hasCeiling();
        return new LimitJson(
                limit.name(),
                counts(limit),
                least ? (Double) units(limit, limit.least()) : null,
                most ? (Double) units(limit, limit.most()) : null,
                units(limit, use.use()),
                use.price(),
                use.binds(),
                PriceWords.isTold(use) ? words.price(use) : null);
    }

    private static String counts(Limit.Shared limit) {
        if (limit.isPlain() && limit.countsSends()) {
            return "sends";
        }
        return limit.isPlain() && limit.charge().isInCurrency() ? "money" : "amount";
    }

    private static double units(Limit.Shared limit, long amount) {
        return limit.countsSends() ? amount : (double) amount / OfferBook.MICROS;
    }
}
