package dev.marginal.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Generated books with segments and minutes, and limits that can mostly hold together. */
public record MediumCampaign(OfferBook book, Budget budget, List<Limit> limits) {
    private static final List<String> REGIONS = List.of("north", "south", "west", "east");

    /** From {@code fewest} to {@code most} customers, 2 to 6 offers, 3 to 10 limits. */
    public static MediumCampaign of(long seed, int fewest, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        int customers = random.nextInt(fewest, most + 1);
        int kinds = random.nextInt(3) == 0 ? customers / 5 : 0;
        OfferBook plain = GeneratedBook.of(customers, random.nextInt(2, 7), seed, kinds);
        OfferBook book = withSegments(plain, REGIONS.size(), seed);
        List<Limit> limits = new ArrayList<>();
        OfferSet all = all(book);
        limits.add(Limit.personal("contacts", all, random.nextInt(1, 3)));
        for (int left = random.nextInt(4); left > 0; left--) {
            OfferSet some = new OfferSet(random.nextLong(1, all.bits() + 1));
            Segment where = Segment.of("region", REGIONS.get(left));
            limits.add(Limit.personal("left " + left, some, where, random.nextInt(3)));
        }
        for (int number = random.nextInt(2, 10); number > 0; number--) {
            limits.add(limit(book, number, random));
        }
        double spend = GeneratedBook.fullSpend(book) / book.offers().size();
        return new MediumCampaign(
                book, Budget.of((0.1 + 0.4 * random.nextDouble()) * spend), limits);
    }

    /** The book with customers spread over regions, and minutes that may be negative. */
    public static OfferBook withSegments(OfferBook book, int regions, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5E6);
        int[] code = new int[book.customers()];
        float[][] minutes = new float[book.offers().size()][book.customers()];
        List<String> names = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            names.add(region < REGIONS.size() ? REGIONS.get(region) : "region_" + region);
        }
        for (int customer = 0; customer < code.length; customer++) {
            code[customer] = random.nextInt(regions);
            for (float[] offer : minutes) {
                offer[customer] = random.nextInt(-4, 20) / 4f;
            }
        }
        return book.with(
                List.of(new Segmentation("region", names, code)),
                List.of(new Measure("minutes", minutes)));
    }

    /** Every offer of a book. */
    public static OfferSet all(OfferBook book) {
        int offers = book.offers().size();
        return new OfferSet(offers == Long.SIZE ? -1L : (1L << offers) - 1);
    }

    /** The limits as rules. */
    public Rules rules() {
        return Rules.of(terms -> limits.stream());
    }

    private static Limit limit(OfferBook book, int number, SplittableRandom random) {
        OfferSet some = new OfferSet(random.nextLong(1, all(book).bits() + 1));
        boolean everyone = random.nextBoolean();
        Segment where =
                everyone ? Segment.EVERYONE : Segment.of("region", REGIONS.get(random.nextInt(4)));
        double people = book.customers() * (everyone ? 1 : 0.25);
        double share = 0.05 + 0.25 * random.nextDouble();
        String name = "limit " + number;
        long sends = (long) (share * people);
        return switch (random.nextInt(7)) {
            case 0, 1 -> Limit.sends(name, some, where, 0, sends);
            case 2 -> Limit.sends(name, some, where, sends / 4, sends + 1);
            case 3 -> Limit.spend(name, some, where, 0, share * people);
            case 4 -> row(name, Limit.Shared.NO_FLOOR, 0, roi(some, where));
            case 5 ->
                    row(
                            name,
                            OfferBook.micros(share * people / 4),
                            Limit.Shared.UNLIMITED,
                            List.of(new Limit.Part(some, where, Charge.VALUE, 1)));
            default ->
                    row(
                            name,
                            Limit.Shared.NO_FLOOR,
                            OfferBook.micros(share * people),
                            List.of(new Limit.Part(some, where, new Charge("minutes"), 1)));
        };
    }

    private static Limit row(String name, long least, long most, List<Limit.Part> parts) {
        return new Limit.Shared(name, parts, least, most);
    }

    private static List<Limit.Part> roi(OfferSet some, Segment where) {
        return List.of(
                new Limit.Part(some, where, Charge.COST, 5),
                new Limit.Part(some, where, Charge.VALUE, -2));
    }

    @Override
    public String toString() {
        return "%d customers, %d offers, %s, %s"
                .formatted(book.customers(), book.offers().size(), budget, limits);
    }
}
