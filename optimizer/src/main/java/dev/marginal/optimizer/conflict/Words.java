package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Segment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Limits, amounts, offers and customers as a marketer speaks of them. */
final class Words {
    private static final int MOST_OFFERS = 3;
    private static final long CENT = OfferBook.MICROS / 100;

    private Words() {}

    static String say(String words, Object... arguments) {
        return String.format(Locale.ROOT, words, arguments);
    }

    /** A limit's name without the measure that its amount repeats. */
    static String subject(Limit limit) {
        return limit.name().replaceFirst(", (sends|spend|co-funding)$", "");
    }

    /** An amount of what the limit adds up, in its units. */
    static String amount(Limit.Shared limit, long amount) {
        return number(limit, amount)
                + (limit.countsSends() ? amount == 1 ? " send" : " sends" : "");
    }

    /** The same without the word. */
    static String number(Limit.Shared limit, long amount) {
        long own = amount / Dial.weight(limit);
        if (limit.countsSends()) {
            return say("%,d", own);
        }
        return limit.charge().isInCurrency() ? money(own) : plain(own);
    }

    /** To the cent, unless the cents hide something. */
    static String money(long micros) {
        String digits = micros % CENT == 0 ? "%,.2f" : "%,.6f";
        return say(digits, (double) micros / OfferBook.MICROS);
    }

    private static String plain(long millionths) {
        return millionths % OfferBook.MICROS == 0
                ? say("%,d", millionths / OfferBook.MICROS)
                : money(millionths);
    }

    /** The offers by name while they are few; nothing for all of them. */
    static String offers(OfferSet set, List<Offer> offers, String between) {
        List<String> ids =
                IntStream.range(0, offers.size())
                        .filter(set::contains)
                        .mapToObj(offer -> offers.get(offer).id())
                        .toList();
        return ids.size() <= MOST_OFFERS
                ? ids.stream().collect(Collectors.joining(between))
                : say("%,d offers", ids.size());
    }

    /** The customers of a segment, after a noun; nothing for everyone. */
    static String who(Segment where) {
        if (where.isEveryone()) {
            return "";
        }
        return where.values().equals(List.of("yes")) ? " where " + where.column() : " of " + where;
    }
}
