package dev.marginal.optimizer;

import java.util.List;

/**
 * A random limit before it knows its book.
 *
 * @param offers bits; those beyond the book are dropped
 * @param segment 1 to 3 for a stage, 0 for everyone
 * @param amount how much, in sends or half units of currency
 * @param more how much more, or another small number
 */
record LimitDraft(Kind kind, int offers, int segment, int amount, int more) {
    private static final long HALF = 500_000;

    /** What limits may ask for. */
    enum Kind {
        CONTACTS,
        SENDS_CAP,
        SENDS_QUOTA,
        SPEND_CAP,
        SPEND_FLOOR,
        VALUE_FLOOR,
        VALUE_CAP,
        RETURN,
        MINUTES_CAP,
        MINUTES_FLOOR,
        SHARE_AT_MOST,
        SHARE_AT_LEAST,
        BALANCE
    }

    /** What is left of a cap in one segment. */
    static LimitDraft left(int offers, int segment, int most) {
        return new LimitDraft(Kind.CONTACTS, offers, segment, most, 0);
    }

    Limit of(OfferBook book) {
        int every = (1 << book.offers().size()) - 1;
        OfferSet some = new OfferSet((offers & every) == 0 ? every : offers & every);
        OfferSet all = new OfferSet(every);
        Segment where =
                segment == 0
                        ? Segment.EVERYONE
                        : Segment.of("stage", book.segmentations().get(0).names().get(segment - 1));
        return switch (kind) {
            case CONTACTS -> Limit.personal(name(), some, where, amount % 4);
            case SENDS_CAP -> most(amount, part(some, where, Charge.SENDS, 1));
            case SENDS_QUOTA ->
                    shared(amount % 5, amount % 5 + more, part(some, where, Charge.SENDS, 1));
            case SPEND_CAP -> most(amount * HALF, part(some, where, Charge.COST, 1));
            case SPEND_FLOOR -> least(amount * HALF, part(some, where, Charge.COST, 1));
            case VALUE_FLOOR -> least((amount - 6) * HALF, part(some, where, Charge.VALUE, 1));
            case VALUE_CAP -> most(amount * HALF, part(some, where, Charge.VALUE, 1));
            case RETURN ->
                    most(
                            0,
                            part(some, where, Charge.COST, 1 + amount),
                            part(some, where, Charge.VALUE, -1 - more));
            case MINUTES_CAP -> most((amount - 2) * HALF, part(some, where, minutes(book), 1));
            case MINUTES_FLOOR -> least((amount - 6) * HALF, part(some, where, minutes(book), 1));
            case SHARE_AT_MOST ->
                    most(
                            0,
                            part(all, where, Charge.SENDS, 6),
                            part(all, Segment.EVERYONE, Charge.SENDS, -more));
            case SHARE_AT_LEAST ->
                    least(
                            0,
                            part(some, where, Charge.COST, 6),
                            part(all, Segment.EVERYONE, Charge.COST, -more));
            case BALANCE ->
                    shared(
                            -more,
                            amount % 3,
                            part(some, where, Charge.SENDS, 2),
                            part(all, Segment.EVERYONE, Charge.SENDS, -1));
        };
    }

    private String name() {
        return "%s %d %d %d %d".formatted(kind, offers, segment, amount, more);
    }

    private Limit most(long most, Limit.Part... parts) {
        return shared(Limit.Shared.NO_FLOOR, most, parts);
    }

    private Limit least(long least, Limit.Part... parts) {
        return shared(least, Limit.Shared.UNLIMITED, parts);
    }

    private Limit shared(long least, long most, Limit.Part... parts) {
        return new Limit.Shared(name(), List.of(parts), least, most);
    }

    private static Limit.Part part(OfferSet offers, Segment where, Charge charge, long weight) {
        return new Limit.Part(offers, where, charge, weight);
    }

    private static Charge minutes(OfferBook book) {
        return Charge.of(book.measures().get(0));
    }
}
